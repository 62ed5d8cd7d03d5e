// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/picturebutton.h"

#include "ui/charts/picture.h"
#include "ui/models/coretext.h"
#include "ui/shell/icons.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>

namespace pushscope {

PictureButton::PictureButton(QWidget &shown, const QString &title, const QString &fileName, Svg svg)
    : m_shown(shown)
    , m_title(title)
    , m_fileName(fileName)
    , m_svg(std::move(svg))
{
    setIcon(themedIcon(QStringLiteral("export")));
    setText(tr("Picture"));
    setAccessibleName(tr("Picture of %1").arg(title));
    setToolTip(tr("Saves what is shown here as a picture"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::TabFocus);
    setAutoRaise(true);
    auto *menu = new QMenu(this);
    menu->addAction(tr("As PNG…"), this, [this] { ask(QStringLiteral("png")); });
    menu->addAction(tr("As SVG…"), this, [this] { ask(QStringLiteral("svg")); });
    setMenu(menu);
}

Result<void> PictureButton::save(const QString &path) const
{
    const bool lines = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    const QByteArray octets = !lines ? pngOf(m_shown) : m_svg ? m_svg() : svgOf(m_shown, m_title);
    if (octets.isEmpty())
        return fail(Errc::Io, PictureButton::tr("the picture could not be made").toUtf8());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size() || !file.commit())
        return fail(Errc::Io, file.errorString().toUtf8());
    return {};
}

void PictureButton::ask(const QString &kind)
{
    QString path = QFileDialog::getSaveFileName(this, tr("Save picture"), m_fileName + u'.' + kind,
                                                tr("%1 (*.%2)").arg(kind.toUpper(), kind));
    if (path.isEmpty())
        return;
    if (!path.endsWith(u'.' + kind, Qt::CaseInsensitive))
        path += u'.' + kind;
    const auto saved = save(path);
    Q_EMIT said(saved ? tr("Saved as %1").arg(QDir::toNativeSeparators(path)) : tr("Not saved: %1").arg(coreText(saved.error())));
}

} // namespace pushscope
