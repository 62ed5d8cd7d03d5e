// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http1parser.h"

#include "protocol/http1head.h"
#include "protocol/http1lines.h"

#include <boost/beast/http/basic_parser.hpp>

namespace pushscope {

namespace http = boost::beast::http;
using boost::beast::error_code;
using boost::beast::string_view;

namespace {

constexpr qsizetype MaxExtensionBytes = 16 * 1024; // of all chunks of a request

QByteArray bytes(string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

ProtocolError errorOf(const error_code &ec)
{
    if (ec == http::error::bad_method || ec == http::error::bad_target || ec == http::error::bad_version)
        return http1Error(400, "RFC 9112 §3", "not a request line: method, target, version");
    if (ec == http::error::bad_field)
        return http1Error(400, "RFC 9110 §5.1", "a field name with a character that no name has");
    if (ec == http::error::bad_content_length || ec == http::error::multiple_content_length)
        return http1Error(400, "RFC 9112 §6.3", "Content-Length is not one number, or not the only length");
    if (ec == http::error::bad_transfer_encoding)
        return http1Error(400, "RFC 9112 §6.3", "Transfer-Encoding is repeated, or not the only length");
    if (ec == http::error::body_limit)
        return http1Error(413, "RFC 9110 §15.5.14", "the body is too large");
    if (ec == http::error::bad_chunk || ec == http::error::bad_chunk_extension)
        return http1Error(400, "RFC 9112 §7.1", "a chunk's size or extension is malformed");
    return http1Error(400, "RFC 9112 §2.2", QByteArray::fromStdString(ec.message()));
}

} // namespace

class Http1Parser::Beast final : public http::basic_parser<true>
{
public:
    using http::basic_parser<true>::put;
    RequestHead request;
    QByteArray *body = nullptr; // where octets of the body go
    std::optional<quint64> chunkSize; // of the newest chunk
    std::optional<ProtocolError> fault; // found by us
    qsizetype extensionBytes = 0;
    bool inTrailer = false;

private:
    void refuse(std::optional<ProtocolError> error, error_code &ec)
    {
        if (!error)
            return;
        fault = std::move(error);
        ec = http::error::bad_value;
    }

    void on_request_impl(http::verb, string_view method, string_view target, int version, error_code &ec) override
    {
        request.method = bytes(method);
        request.target = bytes(target);
        request.version = version == 11 ? "1.1" : "1.0";
        ec = {};
    }
    void on_response_impl(int, string_view, int, error_code &) override { }
    void on_field_impl(http::field, string_view name, string_view value, error_code &ec) override
    {
        ec = {};
        if (!inTrailer) // fields of a trailer are checked and dropped, RFC 9110 §6.5.1
            request.fields.append({bytes(name).toLower(), bytes(value)});
    }
    void on_header_impl(error_code &ec) override
    {
        ec = {};
        auto error = checkHead(request);
        refuse(error ? std::move(error) : normalizeTarget(request), ec);
    }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &ec) override { ec = {}; }
    std::size_t on_body_impl(string_view octets, error_code &ec) override
    {
        ec = {};
        body->append(octets.data(), qsizetype(octets.size()));
        return octets.size();
    }
    void on_chunk_header_impl(std::uint64_t size, string_view extensions, error_code &ec) override
    {
        ec = {};
        chunkSize = size;
        inTrailer = size == 0;
        extensionBytes += qsizetype(extensions.size());
        if (extensionBytes > MaxExtensionBytes)
            refuse(http1Error(400, "RFC 9112 §7.1.1", "too many chunk extensions"), ec);
    }
    std::size_t on_chunk_body_impl(std::uint64_t, string_view octets, error_code &ec) override
    {
        return on_body_impl(octets, ec);
    }
    void on_finish_impl(error_code &ec) override { ec = {}; }
};

Http1Parser::Http1Parser(qsizetype bodyBytes)
    : m_beast(std::make_unique<Beast>())
{
    m_beast->body_limit(std::uint64_t(bodyBytes));
    m_beast->header_limit(std::numeric_limits<std::uint32_t>::max()); // Http1Connection keeps the limits
}

Http1Parser::~Http1Parser() = default;

static boost::asio::const_buffer bufferOf(QByteArrayView octets)
{
    return {octets.data(), std::size_t(octets.size())};
}

Http1Parser::Expected<RequestHead> Http1Parser::head(const QByteArray &text)
{
    error_code ec;
    m_beast->put(bufferOf(text), ec);
    if (m_beast->fault)
        return tl::unexpected(*m_beast->fault);
    if (ec)
        return tl::unexpected(errorOf(ec));
    return std::move(m_beast->request);
}

bool Http1Parser::isChunked() const
{
    return m_beast->chunked();
}

bool Http1Parser::isDone() const
{
    return m_beast->is_done();
}

Http1Parser::Expected<qsizetype> Http1Parser::body(QByteArrayView in, QByteArray &body)
{
    error_code ec;
    m_beast->body = &body;
    const std::size_t taken = m_beast->put(bufferOf(in), ec);
    if (ec)
        return tl::unexpected(errorOf(ec));
    return qsizetype(taken);
}

Http1Parser::Expected<std::optional<quint64>> Http1Parser::chunkLines(const QByteArray &text)
{
    error_code ec;
    m_beast->chunkSize.reset();
    m_beast->put(bufferOf(text), ec);
    if (m_beast->fault)
        return tl::unexpected(*m_beast->fault);
    if (ec == http::error::need_more)
        return std::optional<quint64>();
    if (ec)
        return tl::unexpected(errorOf(ec));
    return m_beast->chunkSize;
}

} // namespace pushscope
