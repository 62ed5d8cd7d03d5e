// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KeptSplitter: watches one splitter within a pane, and gives the shares that the user gave its parts as text for the settings.
// Shares, and no pixels: a splitter lies or stands as its pane has room. It is the splitter's child. GUI thread.

#include <QObject>

namespace pushscope {

class PaneSplitter;

class KeptSplitter final : public QObject
{
    Q_OBJECT
public:
    explicit KeptSplitter(PaneSplitter &splitter); // as it is now, is as shipped

    [[nodiscard]] const QString &text() const noexcept { return m_text; } // empty: as shipped
    bool restore(const QString &text); // false, and nothing changed, for a text that does not fit
    void reset();

Q_SIGNALS:
    void changed(); // by the user

private:
    void onMoved();
    void onShippedWanted();

    PaneSplitter &m_splitter;
    const QByteArray m_shipped;
    QString m_text; // shares in thousandths
};

} // namespace pushscope
