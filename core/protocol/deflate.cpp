// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/deflate.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <zlib.h>

namespace pushscope {

namespace {

constexpr int Level = 6;
// Events are small: 2^13 hash heads instead of 2^15 are cleaned four times as fast, and events of 100 KiB come out the same.
constexpr int MemoryLevel = 6;
constexpr qsizetype StoredBlock = 65535; // RFC 1951 §3.2.4

Bytef *octetsOf(QByteArrayView text)
{
    return reinterpret_cast<Bytef *>(const_cast<char *>(text.data())); // zlib is not const-correct
}

z_stream *newDeflate(int windowBits)
{
    auto *stream = new z_stream{};
    if (deflateInit2(stream, Level, Z_DEFLATED, windowBits, MemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK)
        qBadAlloc(); // the arguments are right, so it is memory
    return stream;
}

// `extra`: beyond the bound of zlib, for the block that a flush adds.
QByteArray deflateAll(z_stream *stream, QByteArrayView plain, int flush, qsizetype extra)
{
    QByteArray out(qsizetype(deflateBound(stream, uLong(plain.size()))) + extra, Qt::Uninitialized);
    stream->next_in = octetsOf(plain);
    stream->avail_in = uInt(plain.size());
    stream->next_out = octetsOf(out);
    stream->avail_out = uInt(out.size());
    deflate(stream, flush);
    Q_ASSERT(stream->avail_in == 0 && stream->avail_out > 0);
    out.truncate(out.size() - qsizetype(stream->avail_out));
    return out;
}

QByteArray wholeBody(QByteArrayView plain, int windowBits)
{
    const std::unique_ptr<z_stream, DeflateEnd> stream(newDeflate(windowBits));
    return deflateAll(stream.get(), plain, Z_FINISH, 0);
}

QByteArray littleEndian(quint32 value)
{
    std::array<char, 4> octets;
    qToLittleEndian(value, octets.data());
    return QByteArray(octets.data(), qsizetype(octets.size()));
}

} // namespace

void DeflateEnd::operator()(z_stream_s *stream) const noexcept
{
    deflateEnd(stream);
    delete stream;
}

void InflateEnd::operator()(z_stream_s *stream) const noexcept
{
    inflateEnd(stream);
    delete stream;
}

Deflater::Deflater(int windowBits)
    : m_stream(newDeflate(-windowBits))
{
}

QByteArray Deflater::piece(QByteArrayView plain)
{
    deflateReset(m_stream.get());
    return deflateAll(m_stream.get(), plain, Z_SYNC_FLUSH, 16);
}

QByteArray storedPiece(QByteArrayView plain)
{
    QByteArray out;
    out.reserve(plain.size() + (plain.size() / StoredBlock + 1) * 5);
    while (!plain.isEmpty()) {
        const auto size = quint16(std::min(plain.size(), StoredBlock));
        std::array<char, 5> head{}; // not the last, stored
        qToLittleEndian(size, head.data() + 1);
        qToLittleEndian(quint16(~size), head.data() + 3);
        out.append(head.data(), qsizetype(head.size()));
        out.append(plain.first(size));
        plain = plain.sliced(size);
    }
    return out;
}

QByteArray gzipBody(QByteArrayView plain)
{
    return wholeBody(plain, 15 + 16);
}

QByteArray zlibBody(QByteArrayView plain)
{
    return wholeBody(plain, 15);
}

QByteArray gzipStreamHead()
{
    return QByteArray("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", 10); // no time, unknown system
}

QByteArray GzipStreamTail::printOf(QByteArrayView plain)
{
    return littleEndian(quint32(crc32_z(0, octetsOf(plain), z_size_t(plain.size()))));
}

void GzipStreamTail::add(QByteArrayView print, qsizetype plainSize) noexcept
{
    m_crc = quint32(crc32_combine(m_crc, qFromLittleEndian<quint32>(print.data()), z_off_t(plainSize)));
    m_size += quint32(plainSize);
}

QByteArray GzipStreamTail::tail() const
{
    return QByteArray("\x03\x00", 2) + littleEndian(m_crc) + littleEndian(m_size); // an empty last block before it
}

Inflater::Inflater(int windowBits)
    : m_stream(new z_stream{})
{
    if (inflateInit2(m_stream.get(), -windowBits) != Z_OK)
        qBadAlloc();
}

Result<void> Inflater::inflate(QByteArrayView in, QByteArray &out, qsizetype limit)
{
    std::array<char, 16384> buffer;
    m_stream->next_in = octetsOf(in);
    m_stream->avail_in = uInt(in.size());
    for (;;) {
        m_stream->next_out = octetsOf(QByteArrayView(buffer.data(), qsizetype(buffer.size())));
        m_stream->avail_out = uInt(buffer.size());
        const int outcome = ::inflate(m_stream.get(), Z_SYNC_FLUSH);
        const auto made = qsizetype(buffer.size() - m_stream->avail_out);
        const qsizetype room = limit - out.size();
        out.append(buffer.data(), std::min(made, room));
        if (made > room)
            return fail(Errc::TooLarge, "inflates to more than " + QByteArray::number(limit) + " octets");
        if (outcome == Z_STREAM_END)
            inflateResetKeep(m_stream.get()); // the next block may still refer to what came before
        else if (outcome == Z_BUF_ERROR || (outcome == Z_OK && m_stream->avail_in == 0 && m_stream->avail_out > 0))
            return {}; // all that can be told from these octets
        else if (outcome != Z_OK)
            return fail(Errc::Corrupt, m_stream->msg ? m_stream->msg : "cannot be inflated");
        if (outcome == Z_STREAM_END && m_stream->avail_in == 0)
            return {};
    }
}

} // namespace pushscope
