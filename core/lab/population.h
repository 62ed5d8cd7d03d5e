// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Population: any number of simulated clients over real sockets, in this process: the other end of the hub. They use
// QWebSocket and QNetworkAccessManager with QCoro and know nothing of the hub's insides. Lives on one thread:
// the one that makes it, or the one that it is moved to before its first client.

#include "lab/managerpool.h"
#include "lab/misbehaviour.h"
#include "lab/reconnectpolicy.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <vector>

namespace pushscope {

class SimulatedClient;

struct PopulationPlan {
    QUrl hub; // "http://127.0.0.1:8090"
    int sse = 0, webSocket = 0, poll = 0; // how many of each
    QByteArray userPrefix = "sim-"; // users are sim-1, sim-2, …
    QList<QByteArray> rooms{"lobby"};
    ReconnectPolicy policy; // how they come back
    bool resume = true; // with the cursor they had
    bool sendClientId = true;
    Misbehaviour misbehaviour = Misbehaviour::None; // of those whose protocol can; the others behave well
    Milliseconds patience{30'000}; // see ClientPlan
    // Makes a token for a user; called for each connection attempt.
    std::function<QByteArray(const QByteArray &user)> token;
    bool renewsToken = false; // they come back after a 401 or 4001 too
};

class Population : public QObject
{
    Q_OBJECT
public:
    struct Figures {
        int clients = 0, connected = 0;
        quint64 received = 0, duplicates = 0, gaps = 0, outOfOrder = 0, reconnects = 0;
        bool operator==(const Figures &) const = default;
    };

    explicit Population(QObject *parent = nullptr);
    ~Population() override; // closes all

    // Adds clients; they connect a few per turn of the event loop, and only so many at a time. May be called again.
    void add(const PopulationPlan &plan);
    void clear(); // all leave for good
    // A share (0..1) of the clients cut their connection themselves and come back by their policy;
    // not more than `most`.
    void cut(double share, int most = std::numeric_limits<int>::max());
    [[nodiscard]] Figures figures() const;
    [[nodiscard]] int size() const noexcept;
    // Borrowed, for tests.
    [[nodiscard]] SimulatedClient *at(int index) const;

Q_SIGNALS:
    void changed(); // at most four times a second

private:
    void addOne(const PopulationPlan &plan, LabProtocol protocol);
    void startSome();
    void startOne(SimulatedClient &client);
    void report();

    ManagerPool m_managers; // outlives the clients that borrow from it
    std::vector<std::unique_ptr<SimulatedClient>> m_clients;
    std::deque<SimulatedClient *> m_toStart; // not connecting yet
    int m_connecting = 0; // for the first time, begun by startSome()
    QTimer m_starter{this}; // children, so that they move to another thread with it
    QTimer m_reporter{this};
    Figures m_reported;
    int m_named = 0; // clients ever added: the next is sim-(m_named + 1)
};

} // namespace pushscope
