// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TlsContext: what a server's TLS links share: its certificates, chosen by the name asked for, how many handshakes go on at once,
// and what links have put off to the next turn. Owned by PushServer, outlives its links; lives on the hub thread.
// Sources: RFC 8446, RFC 5246, RFC 6066 §3 (server names), RFC 7301 (ALPN), RFC 9325 (what to allow).

#include "transport/tlsidentity.h"
#include "transport/transport.h"

#include <QDateTime>
#include <QTimer>
#include <deque>
#include <vector>

namespace pushscope {

class TlsLink;

class TlsContext final : public QObject
{
public:
    struct Settings {
        QList<TlsFiles> identities; // at least one; the first is also for those who ask for no name, or for one that none has
        QList<QByteArray> protocols{"h2", "http/1.1"}; // for ALPN, the one preferred first
        std::size_t maxHandshakes = 256; // under way at once; others wait for their turn
        Milliseconds patience{2'000}; // a handshake that takes longer gives way to one that waits
    };
    // The clock is borrowed.
    TlsContext(Settings settings, const Clock &clock);
    ~TlsContext() override;

    // Reads all files again. On an error everything stays as it was; what exists goes on with the certificate it began with.
    // Gives warnings: a certificate that has expired.
    [[nodiscard]] Result<QList<QByteArray>> load();
    // Whether a file has changed since load() was called last, by time, size and inode: a few calls to the kernel.
    [[nodiscard]] bool filesChanged() const;
    // An encrypted link around one just accepted. It says nothing before the peer does, and holds nothing until then.
    [[nodiscard]] std::unique_ptr<Link> wrap(std::unique_ptr<Link> link);

    // For TlsLink.
    [[nodiscard]] SslPtr newSession() const;
    [[nodiscard]] bool beginHandshake(TlsLink &link); // false: wait until it is told to go on
    void endHandshake(TlsLink &link) noexcept; // done, failed, or no longer waiting; also of one that had none
    void forget(TlsLink &link) noexcept; // it goes
    void resumeLater(TlsLink &link); // calls its resume() in a turn of its own

private:
    struct Handshake {
        TlsLink *link;
        TimePoint since;
    };
    struct FileState {
        QDateTime changed;
        qint64 size;
        quint64 inode;
        bool operator==(const FileState &) const = default;
    };

    [[nodiscard]] std::vector<FileState> fileStates() const;
    void configure(SSL_CTX *context);
    static int chooseIdentity(SSL *ssl, int *alert, void *self);
    static int chooseProtocol(SSL *ssl, const unsigned char **out, unsigned char *outSize, const unsigned char *offered,
                              unsigned int offeredSize, void *self);
    void admitWaiting();
    void runResumed();

    const Settings m_settings;
    const Clock &m_clock;
    QByteArray m_alpn; // as on the wire: each with its length before it
    std::vector<TlsIdentity> m_identities;
    std::vector<FileState> m_loaded;
    std::deque<Handshake> m_underWay; // oldest first
    std::deque<TlsLink *> m_waiting; // oldest first
    std::vector<TlsLink *> m_resumed;
    QTimer m_admission; // while somebody waits
    bool m_scheduled = false;
};

} // namespace pushscope
