// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettesources.h"

#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/eventsmodel.h"
#include "ui/shell/icons.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>

namespace pushscope {

namespace {

constexpr int MostOfAKind = 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::Palette)
};

QString plain(QString text)
{
    return text.remove(u'&');
}

// Leaves of the menus, with the menu's name before theirs.
void addMenu(const QMenu *menu, const QString &path, const std::function<void(QAction *)> &choose, QList<PaletteItem> &items)
{
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        if (action->isSeparator() || !action->isVisible())
            continue;
        const QString text = path + QStringLiteral(" › ") + plain(action->text());
        if (action->menu())
            addMenu(action->menu(), text, choose, items);
        else if (action->isEnabled())
            items.append({text, action->shortcut().toString(QKeySequence::NativeText), action->icon(),
                          [chosen = QPointer(action), choose] {
                              if (chosen) // some menus are filled anew while the palette is open
                                  choose(chosen);
                          }});
    }
}

} // namespace

Palette::Source menuCommands(QMenuBar *bar, std::function<void(QAction *)> choose)
{
    return [bar, choose = std::move(choose)](const QString &) {
        QList<PaletteItem> items;
        const QList<QAction *> menus = bar->actions();
        for (const QAction *menu : menus) {
            if (menu->menu())
                addMenu(menu->menu(), plain(menu->text()), choose, items);
        }
        return items;
    };
}

Palette::Source clientsOf(const ClientsModel *model, std::function<void(quint32)> go)
{
    return [model, go = std::move(go)](const QString &wanted) {
        QList<PaletteItem> items;
        if (wanted.isEmpty())
            return items;
        const QByteArray needle = wanted.toUtf8().toLower();
        model->forEach([&](const ClientRow &client) {
            if (items.size() >= MostOfAKind || !(containsFolded(client.client, needle) || containsFolded(client.user, needle)))
                return;
            const QString text = lineText(client.client);
            const QString detail = Words::tr("client of %1 · %2").arg(lineText(client.user), protocolText(client.protocol));
            items.append({containsFolded(client.client, needle) ? text : text + QStringLiteral(" · ") + lineText(client.user),
                          detail, themedIcon(QStringLiteral("clients")), [go, key = client.key] { go(key); }});
        });
        return items;
    };
}

Palette::Source eventsOf(const EventsModel *model, std::function<void(quint64)> go)
{
    return [model, go = std::move(go)](const QString &wanted) {
        QList<PaletteItem> items;
        const QByteArray needle = wanted.toUtf8().toLower();
        for (int row = model->rowCount() - 1; row >= 0 && items.size() < MostOfAKind && !needle.isEmpty(); --row) {
            const QString text = model->displayText(row, EventsModel::Id) + QStringLiteral(" · ")
                + model->displayText(row, EventsModel::Type) + QStringLiteral(" · ") + model->displayText(row, EventsModel::To);
            if (containsFolded(text.toUtf8(), needle))
                items.append({text, Words::tr("event"), themedIcon(QStringLiteral("events")),
                              [go, ref = model->keyOfRow(row)] { go(ref); }});
        }
        return items;
    };
}

Palette::Source settingsOf(const QList<NamedSetting> &settings, std::function<void(const QString &)> go)
{
    return [settings, go = std::move(go)](const QString &) {
        QList<PaletteItem> items;
        for (const auto &[name, words] : settings)
            items.append(
                {name, Words::tr("setting"), themedIcon(QStringLiteral("settings")), [go, name = name] { go(name); }, words});
        return items;
    };
}

} // namespace pushscope
