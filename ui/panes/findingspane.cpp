// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/findingspane.h"

#include "ui/feed/selection.h"
#include "ui/models/celltext.h"
#include "ui/models/coretext.h"
#include "ui/models/evidencemodel.h"
#include "ui/models/findingsmodel.h"
#include "ui/models/findingtext.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/livetable.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/sharedclients.h"
#include "ui/panes/tablebar.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"

#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pushscope {

FindingsPane::FindingsPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_model(sharedFindings(context, this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Sorted, QStringLiteral("findingsTable"), tr("Findings")))
    , m_bar(new TableBar(m_model, m_table, tr("Filter by code, client or words"), context.notebook))
    , m_splitter(new PaneSplitter(Qt::Horizontal, QStringLiteral("findingsSplitter")))
    , m_text(textLabel(QStringLiteral("findingText"), tr("The chosen finding")))
    , m_explanation(textLabel(QStringLiteral("findingExplanation"), tr("What it means and what to do")))
    , m_evidence(new EvidenceModel(this))
    , m_evidenceTable(new LiveTable(m_evidence, LiveTable::Kind::Plain, QStringLiteral("findingEvidence"), tr("Evidence")))
{
    setupLayout();
    setupConnections();
    showChosen();
}

void FindingsPane::setupLayout()
{
    auto *words = new QWidget;
    auto *wordsLayout = new QVBoxLayout(words);
    wordsLayout->setContentsMargins(0, 0, 0, 0);
    wordsLayout->setSpacing(0);
    wordsLayout->addWidget(m_text);
    wordsLayout->addWidget(m_explanation);
    wordsLayout->addStretch();
    auto *scroll = new QScrollArea; // a small pane shows a part of the words
    scroll->setObjectName(QStringLiteral("findingWords"));
    scroll->setAccessibleName(tr("About the chosen finding"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(words);
    auto *detail = new PaneSplitter(Qt::Vertical, QStringLiteral("findingDetailSplitter"));
    detail->addWidget(scroll);
    detail->addWidget(new FilteredTable(m_evidenceTable, m_context.notebook));
    detail->setSizes({300, 200}); // shares, not pixels
    detail->setStretchFactor(0, 3);
    detail->setStretchFactor(1, 2);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(detail);
    m_splitter->setSizes({550, 450});
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);
}

void FindingsPane::setupConnections()
{
    connect(m_table, &LiveTable::currentKeyChanged, this, [this](quint64 key) {
        if (m_context.selection && key != 0)
            m_context.selection->setFinding(quint32(key));
        else
            showChosen();
    });
    connect(m_evidenceTable, &LiveTable::currentKeyChanged, this, &FindingsPane::onEvidenceChosen);
    // Evidence that is chosen already is gone to again.
    connect(m_evidenceTable, &QAbstractItemView::activated, this, [this] { onEvidenceChosen(m_evidenceTable->currentKey()); });
    connect(m_model, &CellTableModel::countsChanged, this, &FindingsPane::showChosen);
    if (m_context.selection) {
        connect(m_context.selection, &Selection::findingChanged, this, &FindingsPane::onFindingChosen);
        connect(m_context.selection, &Selection::clientChanged, this, &FindingsPane::onClientChanged);
    }
}

// There is more room beside the table than below it, or the other way round.
void FindingsPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_splitter->setOrientation(width() > fontMetrics().averageCharWidth() * 100 ? Qt::Horizontal : Qt::Vertical);
}

QIcon FindingsPane::icon() const
{
    return themedIcon(QStringLiteral("finding"));
}

void FindingsPane::applySnapshot(const Snapshot &)
{
    showChosen();
}

// Chosen here or elsewhere: its client is the selected one.
void FindingsPane::onFindingChosen(quint32 key)
{
    m_table->setCurrentKey(key);
    const QScopedValueRollback leading(m_leading, true);
    if (const FindingRow *finding = m_model->find(key); finding && finding->clientKey != 0)
        m_context.selection->setClient(finding->clientKey, finding->client);
    showChosen();
}

// A client chosen elsewhere: its first finding, if it has one.
void FindingsPane::onClientChanged(quint32 key)
{
    const FindingRow *chosen = m_model->find(m_context.selection->findingKey());
    if (m_leading || key == 0 || (chosen && chosen->clientKey == key))
        return;
    if (const FindingRow *first = m_model->firstOf(key))
        m_context.selection->setFinding(first->key);
}

void FindingsPane::onEvidenceChosen(quint64 number)
{
    const int row = m_evidence->rowOfKey(number);
    const FindingRow *finding = m_model->find(quint32(m_table->currentKey()));
    if (row < 0 || !finding || !m_context.selection)
        return;
    const FindingRow::Evidence evidence = m_evidence->rowAt(row).evidence;
    const QScopedValueRollback leading(m_leading, true);
    if (finding->clientKey != 0)
        m_context.selection->setClient(finding->clientKey, finding->client);
    if (!evidence.seq.isNull())
        m_context.selection->setSeq(evidence.seq);
    if (evidence.ref != 0) {
        m_context.selection->setRow(0); // where it was gone to before, it is gone to again
        m_context.selection->setRow(evidence.ref);
    }
}

void FindingsPane::showChosen()
{
    const FindingRow *finding = m_model->find(quint32(m_table->currentKey()));
    m_evidence->setEpoch(m_model->epoch());
    m_evidence->setRows(finding ? evidenceRows(*finding) : std::vector<EvidenceRow>());
    m_evidenceTable->setVisible(finding != nullptr);
    if (!finding) {
        showText(m_text,
                 m_model->totalCount() == 0 ? tr("Nothing is wrong with any client, as far as it can be known.")
                                            : tr("Choose a finding to see what it means and what proves it."));
        showText(m_explanation, {});
        return;
    }
    const FindingExplanation explanation = explainFinding(finding->code);
    showText(m_text,
             tr("<b>%1: %2.</b> %3")
                 .arg(findingClientText(*finding).toHtmlEscaped(), explanation.title.toHtmlEscaped(),
                      lineText(coreText(finding->text).toUtf8()).toHtmlEscaped()));
    showText(m_explanation,
             explanation.meaning.isEmpty() ? QString()
                                           : tr("<p>%1</p><p><b>What to do:</b> %2</p>")
                                                 .arg(explanation.meaning.toHtmlEscaped(), explanation.remedy.toHtmlEscaped()));
}

} // namespace pushscope
