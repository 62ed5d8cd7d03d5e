// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SimulatedClientsDialog: adds clients that live in this program and connect over real sockets, and shows how they fare. Not
// modal: it may stay open beside the window. GUI thread.

#include "hub/event.h"
#include "lab/population.h"

#include <QDialog>
#include <array>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace pushscope {

class ServerController;
class Simulation;

class SimulatedClientsDialog : public QDialog
{
    Q_OBJECT
public:
    SimulatedClientsDialog(ServerController &controller, Simulation &simulation, QWidget *parent = nullptr); // both borrowed

    [[nodiscard]] PopulationPlan plan() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeCounts();
    QWidget *makeBehaviour();
    QWidget *makeMisbehaviour();
    void showWhoCan();
    QWidget *makeFigures();
    QSpinBox *addCount(QFormLayout *form, const QString &label, int value);
    void addClients();
    void refresh();

    ServerController &m_controller;
    Simulation &m_simulation;
    std::array<QSpinBox *, ProtocolCount> m_counts{};
    QLineEdit *m_prefix = nullptr;
    QLineEdit *m_rooms = nullptr;
    QCheckBox *m_resume = nullptr;
    QCheckBox *m_clientId = nullptr;
    QComboBox *m_misbehaviour = nullptr;
    QLabel *m_whoCan = nullptr; // misbehave so
    QComboBox *m_policy = nullptr;
    QSpinBox *m_base = nullptr;
    QSpinBox *m_cap = nullptr;
    QDoubleSpinBox *m_factor = nullptr;
    QCheckBox *m_jitter = nullptr;
    QCheckBox *m_honourRetry = nullptr;
    QLabel *m_figures = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_cut = nullptr;
    QPushButton *m_stop = nullptr;
};

} // namespace pushscope
