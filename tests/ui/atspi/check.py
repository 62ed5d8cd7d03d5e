#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Looks at the window as a screen reader does, through AT-SPI: check.py PROGRAM. Run it under a session bus of its own. It starts
an X server on a display that this server finds free, so that tests that run at the same time don't share one.

Every widget that takes the focus must have a name, names must be unique in a pane, and every item of the menus must be reached. Each
divider within a pane is moved, each pane is closed and opened by the item of the View menu that has its title, the theme is chosen by its
items, and Quit ends the program with status 0. Ends with 77 where there is no AT-SPI, which ctest counts as skipped."""

import collections
import contextlib
import os
import subprocess
import sys
import tempfile
import time

try:
    import pyatspi
except ImportError:
    sys.exit(77)

# Cells and lines of lists are their texts; what they belong to is what has the name.
ITEMS = {pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_TREE_ITEM, pyatspi.ROLE_TABLE_COLUMN_HEADER,
         pyatspi.ROLE_TABLE_ROW_HEADER, pyatspi.ROLE_ROW_HEADER, pyatspi.ROLE_COLUMN_HEADER}
CLOSED = {pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_LIST}
LEAST_FOCUSABLE = 40
LEAST_COMMANDS = 45
LEAST_PANES = 13
LEAST_DIVIDERS = 4
PATIENCE = 30  # s, on a loaded machine


@contextlib.contextmanager
def x_server():
    """Gives the display of an X server that already listens, and ends the server."""
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
                              pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            sys.exit("Xvfb ended before it had a display")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(30)


def find_window(pid, seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for app in pyatspi.Registry.getDesktop(0):
            try:
                if app and app.get_process_id() == pid and app.childCount > 0:
                    return app[0]
            except Exception:
                pass  # it is gone again, or not there yet
        time.sleep(0.2)
    return None


def visit(node, pane, found, commands):
    role = node.getRole()
    if role in ITEMS:
        return
    name = node.name or ""
    if role in (pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_CHECK_MENU_ITEM, pyatspi.ROLE_RADIO_MENU_ITEM):
        commands.append(name)
    states = node.getState()
    if states.contains(pyatspi.STATE_FOCUSABLE) and states.contains(pyatspi.STATE_SHOWING):
        found.append((pane, node.getRoleName(), name))
    if role == pyatspi.ROLE_FILLER and name:
        pane = name
    if role in CLOSED or role == pyatspi.ROLE_COMBO_BOX:
        return
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None:
            visit(child, pane, found, commands)


def descendants(node):
    for i in range(node.childCount):
        child = node.getChildAtIndex(i)
        if child is not None and child.getRole() not in ITEMS:
            yield child
            if child.getRole() not in CLOSED:
                yield from descendants(child)


def find(node, wanted):
    return next((child for child in descendants(node) if wanted(child)), None)


def is_menu_item(node):
    return node.getRole() in (pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_CHECK_MENU_ITEM, pyatspi.ROLE_RADIO_MENU_ITEM, pyatspi.ROLE_MENU)


def has(node, state):
    node.clearCache()
    return node.getState().contains(state)


def press(item):
    item.queryAction().doAction(0)


def comes_true(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True


def drive_panes(window, menus):
    """Closes and opens each pane by its menu item; gives what went wrong."""
    view = find(menus, lambda node: is_menu_item(node) and node.name == "View")
    panes = {node.name: node for node in descendants(window)
             if node.getRole() == pyatspi.ROLE_FILLER and node.parent.getRole() == pyatspi.ROLE_FRAME and node.name == node.parent.name}
    problems, seen = [], 0
    for item in list(descendants(view)):
        pane = panes.get(item.name)
        if not is_menu_item(item) or pane is None:
            continue
        seen += 1
        if has(item, pyatspi.STATE_CHECKED):
            press(item)
            if not comes_true(lambda: not has(pane, pyatspi.STATE_SHOWING)):
                problems.append(f"“{item.name}” does not close its pane")
        press(item)
        if not comes_true(lambda: has(pane, pyatspi.STATE_SHOWING)):
            problems.append(f"“{item.name}” does not open its pane")
    if seen < LEAST_PANES:
        problems.append(f"only {seen} panes have an item with their title in the View menu")
    return problems


def drive_theme(menus):
    problems = []
    for name in ("Dark", "Light"):
        item = find(menus, lambda node: is_menu_item(node) and node.name == name)
        if item is None:
            problems.append(f"no menu item is named {name}")
            continue
        press(item)
        if not comes_true(lambda: has(item, pyatspi.STATE_CHECKED)):
            problems.append(f"“{name}” is not taken")
    return problems


def drive_dividers(window):
    """Moves each divider within a pane that shows to another share and back; gives what went wrong."""
    problems, seen = [], 0
    for node in list(descendants(window)):
        if not (node.name or "").startswith("Divider between ") or not has(node, pyatspi.STATE_SHOWING):
            continue
        seen += 1
        value = node.queryValue()
        before = value.currentValue
        value.currentValue = before + 5 if before < 50 else before - 5
        if not comes_true(lambda: value.currentValue != before):
            problems.append(f"“{node.name}” does not move")
        value.currentValue = before
    if seen < LEAST_DIVIDERS:
        problems.append(f"only {seen} dividers show")
    return problems


def quit_by_menu(menus, program):
    press(find(menus, lambda node: is_menu_item(node) and node.name == "Quit"))
    try:
        status = program.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return ["Quit does not end the program"]
    return [f"the program ended with status {status}"] if status != 0 else []


def problems_of(found, commands):
    problems = [f"a {role} in “{pane}” has no name" for pane, role, name in found if not name.strip()]
    counts = collections.Counter(found)
    problems += [f"{n} times a {role} named “{name}” in “{pane}”" for (pane, role, name), n in counts.items() if n > 1 and name.strip()]
    if len(found) < LEAST_FOCUSABLE:
        problems.append(f"only {len(found)} widgets that take the focus were seen: nothing was looked at")
    if len(commands) < LEAST_COMMANDS:
        problems.append(f"only {len(commands)} commands were seen in the menus")
    return problems + ["a menu has an item without a name" for name in commands if not name.strip()]


def main():
    with x_server() as display, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as config:
        env = dict(os.environ, DISPLAY=display, XDG_CONFIG_HOME=config, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb",
                   LC_ALL="C.UTF-8")
        program = subprocess.Popen([sys.argv[1], "--demo", "--listen", "127.0.0.1:0", "--size", "1440x900"], env=env,
                                   stdout=subprocess.DEVNULL)
        try:
            window = find_window(program.pid, 60)
            if window is None:
                print("the window does not show in AT-SPI")
                return 1
            time.sleep(3)  # clients come, and with them the panes' tables
            found, commands = [], []
            visit(window, "", found, commands)
            problems = problems_of(found, commands)
            menus = find(window, lambda node: node.getRole() == pyatspi.ROLE_MENU_BAR)
            problems += drive_dividers(window) + drive_panes(window, menus) + drive_theme(menus) + quit_by_menu(menus, program)
            print(f"{len(found)} widgets that take the focus, {len(commands)} commands")
            print("\n".join(problems))
            return 1 if problems else 0
        finally:
            if program.poll() is None:
                program.terminate()
            program.wait(PATIENCE)


if __name__ == "__main__":
    sys.exit(main())
