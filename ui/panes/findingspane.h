// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FindingsPane: what is wrong with a client, what it means, what to do, and what proves it: choosing a piece of evidence selects
// its client, event and journal row everywhere. Source: design.md §7. GUI thread.

#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

class QLabel;

namespace pushscope {

class EvidenceModel;
class FindingsModel;
class LiveTable;
class PaneSplitter;
class TableBar;

class FindingsPane final : public Pane
{
    Q_OBJECT
public:
    explicit FindingsPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Findings"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    [[nodiscard]] FindingsModel *model() const noexcept { return m_model; }
    [[nodiscard]] LiveTable *table() const noexcept { return m_table; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupLayout();
    void setupConnections();
    void onFindingChosen(quint32 key);
    void onClientChanged(quint32 key);
    void onEvidenceChosen(quint64 number);
    void showChosen();

    PaneContext m_context;
    FindingsModel *m_model;
    LiveTable *m_table;
    TableBar *m_bar;
    PaneSplitter *m_splitter;
    QLabel *m_text;
    QLabel *m_explanation;
    EvidenceModel *m_evidence;
    LiveTable *m_evidenceTable;
    bool m_leading = false; // the client changes by us: the finding stays
};

} // namespace pushscope
