// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DEFLATE (RFC 1951) by zlib: pieces that stand alone, so that one can be made once and sent to many, and bounded inflating.

#include "base/result.h"

#include <QByteArrayView>
#include <memory>

struct z_stream_s;

namespace pushscope {

struct DeflateEnd {
    void operator()(z_stream_s *stream) const noexcept;
};
struct InflateEnd {
    void operator()(z_stream_s *stream) const noexcept;
};

// Makes pieces that refer to nothing before them. Keeps its work space (about 60 KiB for 15 bits) and cleans it for each piece.
class Deflater
{
public:
    // 9 to 15: a piece refers back at most 2^bits octets, and at most 250 for 9, so that this also does for 8.
    explicit Deflater(int windowBits);
    // Blocks that end on an octet's border with an empty stored block (Z_SYNC_FLUSH): the last octets are 00 00 FF FF.
    [[nodiscard]] QByteArray piece(QByteArrayView plain);

private:
    std::unique_ptr<z_stream_s, DeflateEnd> m_stream;
};

// The same as stored blocks, which end on an octet's border too: 5 octets more for every 65,535.
[[nodiscard]] QByteArray storedPiece(QByteArrayView plain);

// A whole body in one content coding of HTTP. RFC 9110 §8.4.1.
[[nodiscard]] QByteArray gzipBody(QByteArrayView plain); // RFC 1952
[[nodiscard]] QByteArray zlibBody(QByteArrayView plain); // "deflate": RFC 1950

// A gzip stream made of pieces: what comes before them, and after them. RFC 1952 §2.3.
[[nodiscard]] QByteArray gzipStreamHead();
class GzipStreamTail
{
public:
    static constexpr qsizetype PrintSize = 4;
    [[nodiscard]] static QByteArray printOf(QByteArrayView plain); // its CRC: made once for many streams
    void add(QByteArrayView print, qsizetype plainSize) noexcept; // that plain text was sent
    [[nodiscard]] QByteArray tail() const;

private:
    quint32 m_crc = 0;
    quint32 m_size = 0;
};

class Inflater
{
public:
    explicit Inflater(int windowBits = 15);
    // Appends what `in` inflates to, as far as that goes; stops as soon as `out` would be larger than `limit`. Blocks that call
    // themselves the last are gone on after. Errc::TooLarge, Errc::Corrupt.
    [[nodiscard]] Result<void> inflate(QByteArrayView in, QByteArray &out, qsizetype limit);

private:
    std::unique_ptr<z_stream_s, InflateEnd> m_stream;
};

} // namespace pushscope
