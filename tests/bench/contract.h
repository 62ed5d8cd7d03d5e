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
    // The same to subscriber `index` alone.
    [[nodiscard]] virtual QByteArray publishTo(int index, const QByteArray &event) const = 0;
};

class ReferenceContract final : public Contract
{
public:
    enum class Channels : quint8 { One, Each };
    // Its subscribers hear one channel, so that events are for all of them, or each has its own, and events are for one.
    explicit ReferenceContract(Channels channels = Channels::One) noexcept
        : m_channels(channels)
    {
    }
    [[nodiscard]] QByteArray name() const override { return "reference"; }
    [[nodiscard]] QStringList arguments() const override { return {}; }
    [[nodiscard]] QByteArray subscribe(Protocol protocol, int index, const QByteArray &cursor) const override;
    [[nodiscard]] QByteArray readyMark(Protocol protocol) const override;
    [[nodiscard]] QByteArray publish(const QByteArray &event) const override;
    [[nodiscard]] QByteArray publishTo(int index, const QByteArray &event) const override;

private:
    Channels m_channels;
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
    [[nodiscard]] QByteArray publishTo(int index, const QByteArray &event) const override;

private:
    [[nodiscard]] static QByteArray publish(const QByteArray &channel, const QByteArray &event);
    QStringList m_extraArguments;
};

} // namespace pushscope::bench
