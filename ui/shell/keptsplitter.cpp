// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keptsplitter.h"

#include "ui/panes/panesplitter.h"

#include <numeric>

namespace pushscope {

namespace {

constexpr int Whole = 1'000;
constexpr int Roomy = 10; // a share times this is more than any part's least size, below which it would not be taken

} // namespace

KeptSplitter::KeptSplitter(PaneSplitter &splitter)
    : QObject(&splitter)
    , m_splitter(splitter)
    , m_shipped(splitter.saveState())
{
    connect(&splitter, &QSplitter::splitterMoved, this, &KeptSplitter::onMoved);
    connect(&splitter, &PaneSplitter::shippedWanted, this, &KeptSplitter::onShippedWanted);
}

void KeptSplitter::onMoved()
{
    const QList<int> sizes = m_splitter.sizes();
    const int whole = std::accumulate(sizes.cbegin(), sizes.cend(), 0);
    if (whole <= 0)
        return;
    QStringList shares;
    int left = Whole;
    for (qsizetype i = 0; i < sizes.size(); ++i) {
        if (m_splitter.widget(int(i))->isHidden())
            return; // nobody knows the share of what can't be seen
        const int share = i + 1 == sizes.size() ? left : std::min(left, qRound(double(sizes[i]) * Whole / whole));
        left -= share;
        shares += QString::number(share);
    }
    m_text = shares.join(u' ');
    Q_EMIT changed();
}

void KeptSplitter::onShippedWanted()
{
    reset();
    Q_EMIT changed();
}

bool KeptSplitter::restore(const QString &text)
{
    const QStringList shares = text.split(u' ');
    if (shares.size() != m_splitter.count())
        return false;
    QList<int> sizes;
    int whole = 0;
    for (const QString &each : shares) {
        bool ok = false;
        const int share = each.toInt(&ok);
        if (!ok || share < 0 || share > Whole)
            return false;
        whole += share;
        sizes.append(share * Roomy);
    }
    if (whole != Whole)
        return false;
    m_splitter.setSizes(sizes);
    m_text = text;
    return true;
}

void KeptSplitter::reset()
{
    const Qt::Orientation orientation = m_splitter.orientation(); // the pane's, for its present size
    m_splitter.restoreState(m_shipped);
    m_splitter.setOrientation(orientation);
    m_text.clear();
}

} // namespace pushscope
