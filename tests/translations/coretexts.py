#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Pushscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""coretexts.py ROOT [--print]: fails where core says a sentence that the window's table of translated ones
(ui/models/corepatterns.h) does not know, where the table has one that nothing says any more, and where the window makes an error
of words without tr(). Where values stand in a sentence, its pattern has %1, %2…

--print gives the patterns of the errors that core makes instead.
"""
import pathlib
import re
import sys

TABLE = "ui/models/corepatterns.h"
# What makes an error of words, or a line of the log, which a notice may repeat.
MAKERS = re.compile(r"(\b(fail|wrong|complain|refuse|log|notice|Error|AnswerError|FaultListError)\b\s*[({])|(\{(?=Errc::))")
# What no window shows: told to a peer that broke a protocol,
OF_PEERS = r"core/(endpoints/|protocol/(http|hpack|websocket|deflate|permessagedeflate)|bus/busmessage|transport/tlslink)"
# or beside errors a file's other words: for metrics, logs, exports, SQLite; and the kinds of faults, which are translated by name.
OTHER_WORDS = (
    r"core/(adminservice|answerservice|bus/redisscripts|fault/faultkinds|hub/subscriber|lab/"
    r"|session/(curl|har|pcapng|reproduction|recorder|sessionwriter)|store/storedatabase"
    r"|transport/(selfsigned|sendbatch|uringsendbatch|listeners))"
)
LITERAL = r'"((?:[^"\\]|\\.)*)"'
QUOTED = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|(?<![0-9a-zA-Z])'(?:[^'\\\n]|\\.)+'")
FEWEST = 150  # errors there must be, or not all was looked at


def without_comments(text):
    return re.sub(r"//[^\n]*|(" + QUOTED.pattern + ")", lambda found: found.group(1) or "", text)


def masked(text):
    """The same length, with what stands in quotes blanked."""
    return QUOTED.sub(lambda found: " " * len(found.group()), text)


def split(text, separators):
    """The parts between separators that stand in no bracket and no quotes, up to the end of the bracket around `text`."""
    parts, depth, start = [], 0, 0
    for at, char in enumerate(masked(text)):
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
            if depth < 0:
                return parts + [text[start:at].strip()]
        elif depth == 0 and char in separators and "::" not in text[at - 1:at + 2]:
            parts.append(text[start:at].strip())
            start = at + 1
    return parts + [text[start:].strip()]


def plain(literal):
    return literal.replace(r"\"", '"').replace(r"\\", "\\")


def pattern_of(expression):
    """`"cannot read " + path + ": "` is `cannot read %1: `."""
    pattern, holes = "", 0
    for part in split(expression, "+"):
        text = re.fullmatch(rf"(?:QByteArray\()?((?:\s*{LITERAL})+)\s*\)?", part)
        char = re.fullmatch(r"'\\?(.)'", part)
        if text:
            pattern += "".join(plain(each) for each in re.findall(LITERAL, text.group(1)))
        elif char:
            pattern += char.group(1)
        else:
            holes += 1
            pattern += f"%{holes}"
    return pattern


def is_sentence(pattern):
    """Not the name of a member alone, and not only marks between values."""
    return re.search(r"[a-z].* |[a-z]{3}.*%|%.*[a-z]{3}", pattern) is not None


def sentences_of(text):
    """Each literal with words in it, as long as neighbours make it."""
    text = re.sub(r"(qCInfo|Q_ASSERT_X|Magic)\b[^;]*;", "", text)
    end, sentence = 0, ""
    for quoted in QUOTED.finditer(text + '""'):
        if text[end:quoted.start()].strip() or quoted.group()[0] != '"':
            if re.search(r"[a-z]{2} [a-z]{2}", sentence):
                yield sentence.strip()
            sentence = ""
        sentence += plain(quoted.group()[1:-1])
        end = quoted.end()


def errors_of(text):
    """Each pattern and the line that makes it."""
    for maker in MAKERS.finditer(masked(text)):
        for argument in split(text[maker.end():], ","):
            if argument.startswith("{") or "tr(" in argument or not QUOTED.search(argument):
                continue
            choices = split(argument, "?:")
            for choice in choices[1:] if len(choices) == 3 else choices:
                pattern = pattern_of(choice)
                if is_sentence(pattern):
                    yield pattern, text[: maker.start()].count("\n") + 1


def sources(root, folder):
    for path in sorted((root / folder).rglob("*")):
        name = str(path.relative_to(root))
        if path.suffix in (".cpp", ".h") and name != TABLE:
            yield name, without_comments(path.read_text(encoding="utf-8"))


def main(root, prints):
    made, words, trouble = {}, "", []
    table = re.sub(r'"\s+"', "", (root / TABLE).read_text(encoding="utf-8"))
    known = [plain(entry) for entry in re.findall(rf'QT_TRANSLATE_NOOP\("pushscope::CoreText",\s*{LITERAL}\)', table)]
    everything = "\n".join(known)
    for name, text in sources(root, "core"):
        words += plain(re.sub(r'"\s+"', "", text))
        if re.match(OF_PEERS, name):
            continue
        for pattern, line in errors_of(text):
            made.setdefault(pattern, f"{name}:{line}")
        if not re.match(OTHER_WORDS, name):
            trouble += [f"{name}: {TABLE} has no: {said}" for said in sentences_of(text) if said not in everything]
    if prints:
        print("\n".join(made))
        return 0
    for name, text in sources(root, "ui"):
        trouble += [f"{name}:{line}: without tr(): {pattern}" for pattern, line in errors_of(text)]
    trouble += [f"{where}: {TABLE} has no: {pattern}" for pattern, where in made.items() if pattern not in known]
    for noun in re.findall(r'\b(?:counted|echoed)\([^;]*?"([a-z ]+)"', words):
        words += f"\n1 {noun}\n {noun}s"
    for pattern in known:
        if not all(part.strip() in words for part in re.split(r"%\d|(?<=\.) ", pattern)):
            trouble.append(f"{TABLE}: nothing says: {pattern}")
    if len(made) < FEWEST:
        trouble.append(f"only {len(made)} errors were found in core")
    print("\n".join(trouble))
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), "--print" in sys.argv[2:]))
