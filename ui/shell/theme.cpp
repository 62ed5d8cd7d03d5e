// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/theme.h"
#include "ui/shell/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <array>
#include <cmath>

namespace pushscope {

namespace {

using Scheme = Theme::Scheme;
using Colours = std::array<QColor, Theme::RoleCount>;

struct Ground { // what a palette is made of
    QRgb window, base, alternate, button, text, muted, disabled, light, mid, dark, shadow, highlight, link, tip;
};
constexpr Ground Light{0xf1f3f5, 0xffffff, 0xf6f8fa, 0xe9ecef, 0x1c2126, 0x5a636c, 0x8d959d,
                       0xffffff, 0xc3c9cf, 0x9aa2aa, 0x6c757d, 0x2f5f98, 0x1f5fa8, 0xfdfdf6};
constexpr Ground Dark{0x20242a, 0x171a1f, 0x1c2026, 0x2b3038, 0xdfe3e8, 0x9aa4af, 0x6d7680,
                      0x3d444e, 0x3a414b, 0x14171b, 0x0c0e11, 0x2f6db5, 0x7ab4f0, 0x2b3038};

// Okabe and Ito's colours for the data; the rest chosen to stand beside them.
constexpr std::array<QRgb, Theme::RoleCount> Seeds{0x0072b2, 0xe69f00, 0x009e73, 0xcc79a7, 0xd55e00,
                                                   0x2e8b57, 0xb8860b, 0xd0342c, 0x5a636c, 0x2f5f98};
constexpr double TextContrast = 4.5;

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue());
}

const Ground &ground(Scheme scheme)
{
    return scheme == Scheme::Dark ? Dark : Light;
}

bool readable(const QColor &colour, const Ground &on)
{
    return Theme::contrast(colour, QColor(on.window)) >= TextContrast && Theme::contrast(colour, QColor(on.base)) >= TextContrast
        && Theme::contrast(colour, QColor(on.alternate)) >= TextContrast;
}

// Darker on a light ground, lighter on a dark one, in steps of 1 % of lightness, the hue kept.
QColor madeReadable(const QColor &seed, const Ground &on, Scheme scheme)
{
    float hue = 0, saturation = 0, lightness = 0;
    seed.getHslF(&hue, &saturation, &lightness);
    QColor colour = seed;
    const float step = scheme == Scheme::Dark ? 0.01f : -0.01f;
    while (!readable(colour, on) && lightness > 0 && lightness < 1) {
        lightness = std::clamp(lightness + step, 0.0f, 1.0f);
        colour = QColor::fromHslF(hue, saturation, lightness).toRgb();
    }
    return colour;
}

Colours makeColours(Scheme scheme)
{
    Colours colours;
    for (std::size_t i = 0; i < colours.size(); ++i)
        colours[i] = madeReadable(QColor(Seeds[i]), ground(scheme), scheme);
    return colours;
}

const Colours &colours(Scheme scheme)
{
    static const Colours light = makeColours(Scheme::Light);
    static const Colours dark = makeColours(Scheme::Dark);
    return scheme == Scheme::Dark ? dark : light;
}

} // namespace

void Theme::apply(QApplication &app, Scheme scheme)
{
    if (!qobject_cast<Style *>(app.style()))
        app.setStyle(new Style);
    app.setPalette(palette(scheme));
}

Theme::Scheme Theme::current()
{
    return QGuiApplication::palette().color(QPalette::Base).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

QPalette Theme::palette(Scheme scheme)
{
    const Ground &g = ground(scheme);
    QPalette p;
    const std::pair<QPalette::ColorRole, QRgb> all[] = {{QPalette::Window, g.window},
                                                        {QPalette::WindowText, g.text},
                                                        {QPalette::Base, g.base},
                                                        {QPalette::AlternateBase, g.alternate},
                                                        {QPalette::Text, g.text},
                                                        {QPalette::Button, g.button},
                                                        {QPalette::ButtonText, g.text},
                                                        {QPalette::BrightText, 0xffffff},
                                                        {QPalette::Light, g.light},
                                                        {QPalette::Midlight, g.button},
                                                        {QPalette::Mid, g.mid},
                                                        {QPalette::Dark, g.dark},
                                                        {QPalette::Shadow, g.shadow},
                                                        {QPalette::Highlight, g.highlight},
                                                        {QPalette::HighlightedText, 0xffffff},
                                                        {QPalette::Link, g.link},
                                                        {QPalette::LinkVisited, g.link},
                                                        {QPalette::ToolTipBase, g.tip},
                                                        {QPalette::ToolTipText, g.text},
                                                        {QPalette::PlaceholderText, g.muted}};
    for (const auto &[role, rgb] : all)
        p.setColor(role, QColor(rgb));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, QColor(g.disabled));
    p.setColor(QPalette::Disabled, QPalette::Highlight, QColor(g.mid));
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, QColor(g.text));
    return p;
}

QColor Theme::color(Role role)
{
    return color(role, current());
}

QColor Theme::color(Role role, Scheme scheme)
{
    return colours(scheme)[std::size_t(role)];
}

QColor Theme::gridLine()
{
    return QColor(current() == Scheme::Dark ? 0x2f353d : 0xdde1e5);
}

QString Theme::protocolShape(ClientProtocol protocol)
{
    constexpr char16_t Shapes[] = {u'●', u'■', u'▲'};
    return QString(QChar(Shapes[std::size_t(protocol)]));
}

QString Theme::protocolLabel(ClientProtocol protocol)
{
    constexpr const char *Labels[] = {"SSE", "WS", "LP"};
    return QLatin1String(Labels[std::size_t(protocol)]);
}

double Theme::contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

int Theme::rowHeight(const QFontMetrics &metrics)
{
    return metrics.height() + qMax(4, metrics.height() / 3);
}

int Theme::iconExtent(const QFontMetrics &metrics)
{
    return qMax(16, metrics.height());
}

QFont Theme::monospace()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

QFont Theme::tabular(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal width = metrics.horizontalAdvance(u'0');
    for (char16_t digit = u'1'; digit <= u'9'; ++digit) {
        if (!qFuzzyCompare(metrics.horizontalAdvance(digit), width)) {
            QFont mono = monospace();
            mono.setPointSizeF(font.pointSizeF());
            return mono;
        }
    }
    return font;
}

} // namespace pushscope
