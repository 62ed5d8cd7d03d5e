// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/appearancepage.h"
#include "ui/shell/settings.h"

#include <QComboBox>

namespace pushscope {

namespace {

constexpr int Scales[] = {100, 110, 125, 150, 175, 200}; // per cent
const QStringList Languages{QString(), QStringLiteral("en"), QStringLiteral("de")}; // "": the system's

int indexOfScale(int scale)
{
    const auto *found = std::find(std::begin(Scales), std::end(Scales), scale);
    return found == std::end(Scales) ? 0 : int(found - std::begin(Scales));
}

int indexOfTheme(std::optional<Theme::Scheme> theme)
{
    return !theme ? 0 : *theme == Theme::Scheme::Light ? 1 : 2;
}

} // namespace

AppearancePage::AppearancePage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
    , m_settings(context.settings)
{
    setWindowTitle(tr("Appearance"));
    m_theme
        = addChoice(tr("&Theme:"), "theme", {tr("Like the system"), tr("Light"), tr("Dark")}, indexOfTheme(m_settings.theme()));
    QStringList scales;
    for (const int scale : Scales)
        scales.append(tr("%1 %").arg(locale().toString(scale)));
    m_scale = addChoice(tr("&Size of everything:"), "scale", scales, indexOfScale(m_settings.scale()));
    m_scale->setToolTip(tr("Scale, on top of the desktop's own"));
    m_language
        = addChoice(tr("&Language:"), "language", {tr("Like the system"), QStringLiteral("English"), QStringLiteral("Deutsch")},
                    int(qMax(qsizetype(0), Languages.indexOf(m_settings.language()))));
}

Result<void> AppearancePage::save()
{
    const int theme = m_theme->currentIndex();
    m_settings.setTheme(theme == 0 ? std::optional<Theme::Scheme>() : theme == 1 ? Theme::Scheme::Light : Theme::Scheme::Dark);
    m_settings.setScale(Scales[m_scale->currentIndex()]);
    m_settings.setLanguage(Languages.at(m_language->currentIndex()));
    return {};
}

bool AppearancePage::needsNewStart() const
{
    return Scales[m_scale->currentIndex()] != m_settings.scale()
        || Languages.at(m_language->currentIndex()) != m_settings.language();
}

} // namespace pushscope
