// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Contract: how to speak to the server under test: the hub, or the reference server. A value for each.

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace pushscope::bench {

enum class Protocol : quint8 { Sse, WebSocket, Poll };

class Contract
{
public:
    virtual ~Contract() = default;
    [[nodiscard]] virtual QByteArray name() const = 0; // the key in the output
    [[nodiscard]] virtual QStringList arguments() const = 0; // of the executable
    // The request of subscriber `index`; for polls with `cursor`, which is empty at first.
    [[nodiscard]] virtual QByteArray subscribe(Protocol protocol, int index, const QByteArray &cursor) const = 0;
    // What the answer to a subscription contains from when on nothing is missed; empty: a poll waits in silence.
    [[nodiscard]] virtual QByteArray readyMark(Protocol protocol) const = 0;
    // `event` needs no escaping in JSON. To everyone.
    [[nodiscard]] virtual QByteArray publish(const QByteArray &event) const = 0;
};

class ReferenceContract final : public Contract
{
public:
    [[nodiscard]] QByteArray name() const override { return "reference"; }
    [[nodiscard]] QStringList arguments() const override { return {}; }
    [[nodiscard]] QByteArray subscribe(Protocol protocol, int index, const QByteArray &cursor) const override;
    [[nodiscard]] QByteArray readyMark(Protocol protocol) const override;
    [[nodiscard]] QByteArray publish(const QByteArray &event) const override;
};

class HubContract final : public Contract
{
public:
    explicit HubContract(QStringList extraArguments)
        : m_extraArguments(std::move(extraArguments))
    {
    }
    [[nodiscard]] QByteArray name() const override { return "hub"; }
    [[nodiscard]] QStringList arguments() const override;
    [[nodiscard]] QByteArray subscribe(Protocol protocol, int index, const QByteArray &cursor) const override;
    [[nodiscard]] QByteArray readyMark(Protocol protocol) const override;
    [[nodiscard]] QByteArray publish(const QByteArray &event) const override;

private:
    QStringList m_extraArguments;
};

} // namespace pushscope::bench
