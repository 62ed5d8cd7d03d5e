// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http2state.h"

#include <array>

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype PieceBytes = 64 * 1024;
constexpr qsizetype SharedFrom = 4096; // octets of a payload from which it is not copied
constexpr qsizetype SmallFrame = 32; // octets; frames that a window opened octet by octet leads to

constexpr std::array<QByteArrayView, 6> HopFields{"connection",        "keep-alive", "proxy-connection",
                                                  "transfer-encoding", "upgrade",    "content-length"};

bool isHopField(QByteArrayView name)
{
    return std::find(HopFields.begin(), HopFields.end(), name) != HopFields.end();
}

nghttp2_nv pairOf(const QByteArray &name, const QByteArray &value)
{
    const auto octets = [](const QByteArray &b) { return reinterpret_cast<uint8_t *>(const_cast<char *>(b.constData())); };
    return {octets(name), octets(value), std::size_t(name.size()), std::size_t(value.size()), NGHTTP2_NV_FLAG_NONE};
}

bool isSendable(const nghttp2_nv &field)
{
    return nghttp2_check_header_name(field.name, field.namelen) && nghttp2_check_header_value(field.value, field.valuelen);
}

// Of Http2Stream::openedAt.
constexpr quint32 AgeMask = (1 << 20) - 1;

quint32 ageUnits(std::chrono::nanoseconds time)
{
    return quint32(time / 50ms);
}

constexpr quint32 NeverReached = 0x7fffffff; // streams

} // namespace

Http2Connection::State::State(const Limits &allowed, TimePoint at)
    : limits(allowed)
    , guard(allowed, at)
    , began(at)
    , now(at)
    , idleSince(at)
{
}

Http2Connection::State::~State()
{
    nghttp2_session_del(session); // tells nobody
    while (streams)
        (void)unlist(*streams);
}

void Http2Connection::State::start()
{
    nghttp2_session_callbacks *callbacks = makeHttp2Callbacks();
    nghttp2_option *option = nullptr;
    if (nghttp2_option_new(&option) != 0)
        qFatal("out of memory");
    nghttp2_option_set_no_auto_window_update(option, 1);
    nghttp2_option_set_no_closed_streams(option, 1);
    if (nghttp2_session_server_new2(&session, callbacks, this, option) != 0)
        qFatal("out of memory");
    nghttp2_option_del(option);
    nghttp2_session_callbacks_del(callbacks);

    const std::array<nghttp2_settings_entry, 6> settings{{
        {NGHTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, NeverReached}, // first
        {NGHTTP2_SETTINGS_INITIAL_WINDOW_SIZE, limits.streamWindow},
        {NGHTTP2_SETTINGS_MAX_FRAME_SIZE, limits.frameBytes},
        {NGHTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, limits.headerListBytes},
        {NGHTTP2_SETTINGS_ENABLE_CONNECT_PROTOCOL, 1},
        {NGHTTP2_SETTINGS_NO_RFC7540_PRIORITIES, 1},
    }};
    nghttp2_submit_settings(session, NGHTTP2_FLAG_NONE, settings.data(), settings.size());
    nghttp2_session_set_local_window_size(session, NGHTTP2_FLAG_NONE, 0, qint32(limits.connectionWindow));
    pump();
    // nghttp2 would end the connection where RFC 9113 §5.1.2 has the stream refused, so the limit is ours (Http2Callbacks), and
    // nghttp2 never learns what the peer is told.
    qToBigEndian(limits.maxConcurrentStreams, out.data() + Http2FrameHeader::Octets + sizeof(quint16));
}

void Http2Connection::State::takeHeader()
{
    if (headerTaken == Http2FrameHeader::Octets) {
        frame = Http2FrameHeader::parse(header);
        payloadLeft = frame.length;
        if (listener)
            listener->framePassed(false, frame);
        const Http2Stream *stream = find(frame.stream);
        const bool wasInBlock = guard.isInHeaderBlock();
        if (auto error = guard.check(frame, {stream != nullptr, stream && isYoung(*stream)}, now)) {
            fail(*error);
            return;
        }
        if (!wasInBlock)
            blockSince = now;
        if (guard.wantsPayload(frame))
            return; // with it, then
    }
    payloadLeft -= quint32(headerTaken - Http2FrameHeader::Octets);
    Http2Stream *stream = find(frame.stream);
    if (auto error = guard.checkPayload(frame, header + Http2FrameHeader::Octets, stream != nullptr)) {
        stream ? failStream(*stream, *error) : fail(*error);
        if (stream && !guard.takeReset(now))
            fail(http2Error(Http2Error::EnhanceYourCalm, "RFC 9113 §10.5", "too many streams with errors"));
        pump(); // the stream is over for the next frame, whether that came in the same piece or later
    } else {
        give(header, headerTaken);
    }
    headerTaken = 0;
}

void Http2Connection::State::give(const char *octets, qsizetype count)
{
    const ssize_t taken = nghttp2_session_mem_recv(session, reinterpret_cast<const uint8_t *>(octets), std::size_t(count));
    if (taken < 0) {
        const bool flooded = taken == NGHTTP2_ERR_FLOODED || taken == NGHTTP2_ERR_TOO_MANY_CONTINUATIONS;
        fail(http2Error(flooded ? Http2Error::EnhanceYourCalm : Http2Error::Internal, "RFC 9113 §10.5",
                        nghttp2_strerror(int(taken))));
    }
    if (payloadLeft == 0)
        pump(); // nghttp2 goes on until its GOAWAY is sent; and now it is known which frame an error comes of
}

void Http2Connection::State::fail(const ProtocolError &error)
{
    if (std::exchange(dead, true))
        return;
    failureTold = true;
    events.push({0, error});
    nghttp2_session_terminate_session(session, quint32(error.code));
}

void Http2Connection::State::tellFailure(const nghttp2_goaway &goaway)
{
    dead = true;
    if (std::exchange(failureTold, true))
        return;
    const auto code = Http2Error(goaway.error_code);
    const QByteArray why(reinterpret_cast<const char *>(goaway.opaque_data), qsizetype(goaway.opaque_data_len));
    events.push({0, http2Error(code, http2Section(code, frame.type), why)});
}

void Http2Connection::State::failStream(Http2Stream &stream, const ProtocolError &error)
{
    if (stream.resetByUs)
        return;
    events.push({stream.id, error});
    reset(stream, Http2Error(error.code));
    stream.endTold = !stream.given; // nobody waits for the end of one whose head was not given
}

void Http2Connection::State::opened(Http2Stream &stream)
{
    if (streamCount <= limits.maxConcurrentStreams) {
        requests.emplace(stream.id, Http2Request(now));
        return;
    }
    failStream(stream, http2Error(Http2Error::RefusedStream, "RFC 9113 §5.1.2", "more streams than are allowed at once"));
    if (!guard.takeReset(now))
        fail(http2Error(Http2Error::EnhanceYourCalm, "RFC 9113 §10.5", "too many streams with errors"));
}

void Http2Connection::State::refuse(Http2Stream &stream, ProtocolError error)
{
    stream.given = true;
    endReading(stream);
    events.push({stream.id, std::move(error)});
}

void Http2Connection::State::pump()
{
    const int result = nghttp2_session_send(session);
    if (result != 0)
        dead = true;
}

void Http2Connection::State::cutPiece()
{
    if (out.isEmpty())
        return;
    pieceBytes += out.size();
    pieces.push(std::exchange(out, {}));
}

int Http2Connection::State::sendData(Http2Stream &stream, const char *head, qsizetype length)
{
    if (outputBytes() >= limits.outputBytes)
        return NGHTTP2_ERR_WOULDBLOCK;
    if (out.isEmpty())
        out.reserve(std::min(PieceBytes, 4096 + length));
    out.append(head, Http2FrameHeader::Octets);
    if (listener)
        listener->framePassed(true, Http2FrameHeader::parse(head));
    guard.noteDataSent(length < SmallFrame && stream.queue.bytes() > length);
    SharedBytes whole = length >= SharedFrom ? stream.queue.takeWhole(length) : SharedBytes();
    if (!whole.isEmpty()) {
        cutPiece();
        length -= whole.size();
        pieceBytes += whole.size();
        pieces.push(std::move(whole));
    }
    stream.queue.take(length, out);
    if (out.size() >= PieceBytes)
        cutPiece();
    if (stream.waited && stream.queue.bytes() == 0) {
        stream.waited = false;
        events.push({stream.id, StreamDrained{}});
    }
    return 0;
}

Http2Stream *Http2Connection::State::find(StreamId id) const
{
    return static_cast<Http2Stream *>(nghttp2_session_get_stream_user_data(session, id));
}

Http2Request *Http2Connection::State::requestOf(const Http2Stream &stream)
{
    const auto it = requests.find(stream.id);
    return it == requests.end() ? nullptr : &it->second;
}

bool Http2Connection::State::isYoung(const Http2Stream &stream) const
{
    return ((ageUnits(now - began) - stream.openedAt) & AgeMask) < ageUnits(1s);
}

Http2Stream &Http2Connection::State::open(StreamId id)
{
    auto *stream = new Http2Stream;
    stream->id = id;
    stream->openedAt = ageUnits(now - began) & AgeMask;
    stream->next = streams;
    if (streams)
        streams->previous = stream;
    streams = stream;
    ++streamCount;
    hadRequest = true;
    nghttp2_session_set_stream_user_data(session, id, stream);
    return *stream;
}

Http2Stream *Http2Connection::State::findAny(StreamId id) const
{
    if (Http2Stream *stream = find(id))
        return stream;
    const auto it = std::find_if(ended.begin(), ended.end(), [id](const auto &stream) { return stream->id == id; });
    return it == ended.end() ? nullptr : it->get();
}

std::unique_ptr<Http2Stream> Http2Connection::State::unlist(Http2Stream &stream)
{
    (stream.previous ? stream.previous->next : streams) = stream.next;
    if (stream.next)
        stream.next->previous = stream.previous;
    endReading(stream);
    --streamCount;
    idleSince = now;
    return std::unique_ptr<Http2Stream>(&stream);
}

void Http2Connection::State::reset(Http2Stream &stream, Http2Error code)
{
    stream.resetByUs = true;
    stream.queue.clear();
    guard.noteResetByUs(stream.id);
    nghttp2_submit_rst_stream(session, NGHTTP2_FLAG_NONE, stream.id, quint32(code));
}

Result<void> Http2Connection::State::sendHead(Http2Stream &stream, const ResponseHead &head)
{
    if (stream.answered || head.status < 200 || head.status > 999)
        return pushscope::fail(Errc::InvalidArgument, "no answer is due");
    const QByteArray status = QByteArray::number(head.status);
    const QByteArray length = QByteArray::number(head.contentLength.value_or(0));
    const QByteArray statusName = ":status";
    const QByteArray lengthName = "content-length";
    std::vector<nghttp2_nv> fields{pairOf(statusName, status)};
    for (const HttpField &field : head.fields) {
        if (!isHopField(field.name))
            fields.push_back(pairOf(field.name, field.value));
    }
    if (head.contentLength && head.status != 204)
        fields.push_back(pairOf(lengthName, length));
    if (!std::all_of(fields.begin() + 1, fields.end(), isSendable))
        return pushscope::fail(Errc::InvalidArgument, "a field of the answer is malformed");
    stream.answered = true;
    stream.isTunnel = stream.isTunnel && head.status < 300;
    stream.bodyless = stream.isHead || head.status == 204 || head.status == 304 || head.contentLength == 0;
    nghttp2_submit_headers(session, stream.bodyless ? NGHTTP2_FLAG_END_STREAM : NGHTTP2_FLAG_NONE, stream.id, nullptr,
                           fields.data(), fields.size(), nullptr);
    return {};
}

void Http2Connection::State::submitBody(Http2Stream &stream)
{
    if (stream.submitted)
        return;
    stream.submitted = true;
    const nghttp2_data_provider body = http2BodyOf(stream);
    nghttp2_submit_data(session, NGHTTP2_FLAG_END_STREAM, stream.id, &body);
}

void Http2Connection::State::headIsIn(Http2Stream &stream, bool endsStream)
{
    Http2Request &request = *requestOf(stream);
    request.progressAt = now;
    if (auto error = request.finishHead()) {
        error->code < 400 ? failStream(stream, *error) : refuse(stream, std::move(*error));
        return;
    }
    stream.isTunnel = request.isTunnel();
    const bool wantsContinue = request.expectsContinue() && !endsStream;
    RequestHead head = request.takeHead();
    stream.isHead = head.method == "HEAD";
    stream.given = true;
    events.push({stream.id, std::move(head)});
    if (stream.isTunnel)
        endReading(stream);
    if (wantsContinue) {
        const QByteArray name = ":status";
        const QByteArray status = "100";
        const nghttp2_nv field = pairOf(name, status);
        nghttp2_submit_headers(session, NGHTTP2_FLAG_NONE, stream.id, nullptr, &field, 1, nullptr);
    }
}

void Http2Connection::State::endReading(Http2Stream &stream)
{
    requests.erase(stream.id);
}

void Http2Connection::State::bodyCame(Http2Stream &stream, QByteArrayView octets)
{
    if (stream.isTunnel) {
        events.push({stream.id, BodyChunk{octets.toByteArray()}});
        return;
    }
    nghttp2_session_consume_stream(session, stream.id, std::size_t(octets.size()));
    Http2Request *request = requestOf(stream);
    if (!request)
        return; // refused: nobody looks at it
    request->progressAt = now;
    if (!request->addBody(octets.size(), limits))
        refuse(stream, {413, "RFC 9110 §15.5.14", "the body is too large"});
    else
        events.push({stream.id, BodyChunk{octets.toByteArray()}});
}

void Http2Connection::State::requestEnded(Http2Stream &stream)
{
    stream.requestEnded = true;
    const bool wanted = stream.isTunnel || requestOf(stream);
    endReading(stream);
    if (wanted)
        events.push({stream.id, MessageEnd{}});
}

void Http2Connection::State::closed(Http2Stream &stream, Http2Error code)
{
    auto last = unlist(stream);
    if (stream.endTold || !stream.given)
        return;
    events.push({stream.id, StreamClosed{code}});
    ended.push_back(std::move(last));
}

void Http2Connection::State::answerEnded(Http2Stream &stream)
{
    if (!stream.requestEnded && !stream.isTunnel && !requestOf(stream))
        nghttp2_submit_rst_stream(session, NGHTTP2_FLAG_NONE, stream.id, NGHTTP2_NO_ERROR); // RFC 9113 §8.1
}

void Http2Connection::State::sentFrame(const nghttp2_frame &sent)
{
    if (sent.hd.type == NGHTTP2_GOAWAY && sent.goaway.error_code != NGHTTP2_NO_ERROR) {
        tellFailure(sent.goaway);
        return;
    }
    Http2Stream *stream = find(sent.hd.stream_id);
    if (!stream)
        return;
    if (sent.hd.type == NGHTTP2_RST_STREAM)
        guard.noteResetByUs(stream->id);
    if (sent.hd.type == NGHTTP2_RST_STREAM && !stream->resetByUs && sent.rst_stream.error_code != NGHTTP2_NO_ERROR) {
        const auto code = Http2Error(sent.rst_stream.error_code);
        events.push({stream->id, http2Error(code, http2Section(code, frame.type), "nghttp2 has ended the stream")});
        if (code == Http2Error::FlowControl && frame.type == Http2FrameType::Settings)
            fail(http2Error(code, "RFC 9113 §6.9.2", "a window beyond the maximum")); // nghttp2 has ended the stream alone
        else if (!guard.takeReset(now))
            fail(http2Error(Http2Error::EnhanceYourCalm, "RFC 9113 §10.5", "too many streams with errors"));
    } else if (sent.hd.type == NGHTTP2_DATA && stream->lastPiece) {
        stream->submitted = stream->lastPiece = false;
        if (sent.hd.flags & NGHTTP2_FLAG_END_STREAM)
            answerEnded(*stream);
        else if (stream->queue.bytes() > 0 || stream->finishing)
            submitBody(*stream);
    } else if (sent.hd.type == NGHTTP2_HEADERS && (sent.hd.flags & NGHTTP2_FLAG_END_STREAM)) {
        answerEnded(*stream);
    }
}

} // namespace pushscope
