// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the palette finds: the commands of the menus, clients, events, settings. GUI thread.

#include "ui/shell/palette.h"
#include "ui/shell/settings/settingspage.h"

class QMenuBar;

namespace pushscope {

class ClientsModel;
class EventsModel;

// All are borrowed and outlive the palette.
// What the menus have; `choose` does what is chosen.
[[nodiscard]] Palette::Source menuCommands(QMenuBar *bar, std::function<void(QAction *)> choose);
[[nodiscard]] Palette::Source clientsOf(const ClientsModel *model, std::function<void(quint32 key)> go);
[[nodiscard]] Palette::Source eventsOf(const EventsModel *model, std::function<void(quint64 ref)> go);
[[nodiscard]] Palette::Source settingsOf(const QList<NamedSetting> &settings, std::function<void(const QString &)> go);

} // namespace pushscope
