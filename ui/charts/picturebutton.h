// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PictureButton: saves what a widget shows as a PNG or an SVG file. GUI thread.

#include "base/result.h"

#include <QToolButton>
#include <functional>

namespace pushscope {

class PictureButton final : public QToolButton
{
    Q_OBJECT
public:
    using Svg = std::function<QByteArray()>;

    // `shown` is borrowed; `title` stands in the picture's file and, in small letters, in its name. `svg`: where the widget makes
    // one of its own.
    PictureButton(QWidget &shown, const QString &title, const QString &fileName, Svg svg = {});

    // ".svg" by the name's end, else PNG. An older file stays as it was until the new one is complete. Errc::Io.
    [[nodiscard]] Result<void> save(const QString &path) const;

Q_SIGNALS:
    void said(const QString &text); // what became of it

private:
    void ask(const QString &kind);

    QWidget &m_shown;
    const QString m_title, m_fileName;
    const Svg m_svg;
};

} // namespace pushscope
