// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// The files are in a static library, whose resources nobody registers by themselves. Must be outside of a namespace.
static void registerTranslations()
{
    Q_INIT_RESOURCE(translations);
}

namespace pushscope {

// The standard buttons of our dialogs and the names of keys, in Qt's own contexts: where the distribution's translation of Qt is
// not there, they would be English beside our words.
[[maybe_unused]] static constexpr const char *StandardButtons[]
    = {QT_TRANSLATE_NOOP("QPlatformTheme", "OK"), QT_TRANSLATE_NOOP("QPlatformTheme", "Save"),
       QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"), QT_TRANSLATE_NOOP("QPlatformTheme", "Close")};

[[maybe_unused]] static constexpr const char *Keys[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),   QT_TRANSLATE_NOOP("QShortcut", "Shift"), QT_TRANSLATE_NOOP("QShortcut", "Alt"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),    QT_TRANSLATE_NOOP("QShortcut", "Ins"),   QT_TRANSLATE_NOOP("QShortcut", "Home"),
    QT_TRANSLATE_NOOP("QShortcut", "End"),    QT_TRANSLATE_NOOP("QShortcut", "PgUp"),  QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"), QT_TRANSLATE_NOOP("QShortcut", "Space"), QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),   QT_TRANSLATE_NOOP("QShortcut", "Left"),  QT_TRANSLATE_NOOP("QShortcut", "Right")};

void installTranslations(QCoreApplication &app, const QString &language)
{
    if (!language.isEmpty() && QLocale().language() != QLocale(language).language())
        QLocale::setDefault(QLocale(language));
    registerTranslations();
    const QString folder = QStringLiteral(":/translations");
    auto *translator = new QTranslator(&app);
    if (translator->load(QLocale(), QStringLiteral("pushscope"), QStringLiteral("_"), folder)
        || translator->load(QStringLiteral("pushscope_en"), folder))
        QCoreApplication::installTranslator(translator);
    // The buttons and menus that are Qt's own, where the distribution has their translation.
    auto *own = new QTranslator(&app);
    if (own->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(own);
}

} // namespace pushscope
