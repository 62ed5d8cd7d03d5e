// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/tlsoctets.h"

#include <cstring>

namespace pushscope {

namespace {

TlsLink::Octets &octetsOf(BIO *bio)
{
    return *static_cast<TlsLink::Octets *>(BIO_get_data(bio));
}

int readOctets(BIO *bio, char *to, int size)
{
    QByteArrayView &in = octetsOf(bio).in;
    BIO_clear_retry_flags(bio);
    if (in.isEmpty()) {
        BIO_set_retry_read(bio);
        return -1;
    }
    const qsizetype count = std::min<qsizetype>(in.size(), size);
    std::memcpy(to, in.data(), std::size_t(count));
    in = in.sliced(count);
    return int(count);
}

int writeOctets(BIO *bio, const char *from, int size)
{
    BIO_clear_retry_flags(bio);
    octetsOf(bio).out.append(from, size);
    return size;
}

long control(BIO *, int command, long, void *)
{
    return command == BIO_CTRL_FLUSH ? 1 : 0;
}

BIO_METHOD *makeMethod()
{
    BIO_METHOD *method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "octets");
    BIO_meth_set_read(method, readOctets);
    BIO_meth_set_write(method, writeOctets);
    BIO_meth_set_ctrl(method, control);
    return method;
}

} // namespace

void attachOctets(SSL *ssl, TlsLink::Octets &octets)
{
    static BIO_METHOD *const Method = makeMethod(); // for the life of the process, as OpenSSL's own are
    BIO *bio = BIO_new(Method);
    BIO_set_data(bio, &octets);
    BIO_set_init(bio, 1);
    SSL_set_bio(ssl, bio, bio);
    SSL_set_accept_state(ssl);
}

} // namespace pushscope
