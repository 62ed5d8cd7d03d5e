// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What nghttp2 calls: each callback finds the stream and hands it to Http2Connection::State.

#include "protocol/http2state.h"

namespace pushscope {

struct Http2Callbacks {
    using S = Http2Connection::State;
    static S &of(void *user) { return *static_cast<S *>(user); }

    static ssize_t send(nghttp2_session *, const uint8_t *octets, size_t count, int, void *user)
    {
        S &state = of(user);
        if (state.outputBytes() >= state.limits.outputBytes)
            return NGHTTP2_ERR_WOULDBLOCK;
        const auto *frame = reinterpret_cast<const char *>(octets); // nghttp2 gives one whole frame a time
        if (state.listener && qsizetype(count) >= Http2FrameHeader::Octets)
            state.listener->framePassed(true, Http2FrameHeader::parse(frame));
        state.out.append(frame, qsizetype(count));
        return ssize_t(count);
    }

    static int sendData(nghttp2_session *, nghttp2_frame *, const uint8_t *head, size_t length, nghttp2_data_source *source,
                        void *user)
    {
        return of(user).sendData(*static_cast<Http2Stream *>(source->ptr), reinterpret_cast<const char *>(head),
                                 qsizetype(length));
    }

    static int beginHeaders(nghttp2_session *, const nghttp2_frame *frame, void *user)
    {
        if (frame->headers.cat == NGHTTP2_HCAT_REQUEST)
            of(user).opened(of(user).open(frame->hd.stream_id));
        return 0;
    }

    static int header(nghttp2_session *, const nghttp2_frame *frame, const uint8_t *name, size_t nameSize, const uint8_t *value,
                      size_t valueSize, uint8_t, void *user)
    {
        Http2Stream *stream = of(user).find(frame->hd.stream_id);
        Http2Request *request = stream ? of(user).requestOf(*stream) : nullptr;
        if (request && !request->headIsIn) // trailers say nothing here
            request->addField(QByteArrayView(name, qsizetype(nameSize)), QByteArrayView(value, qsizetype(valueSize)),
                              of(user).limits);
        return 0;
    }

    // nghttp2 would only leave the field out.
    static int invalidHeader(nghttp2_session *, const nghttp2_frame *frame, const uint8_t *, size_t, const uint8_t *, size_t,
                             uint8_t, void *user)
    {
        Http2Stream *stream = of(user).find(frame->hd.stream_id);
        if (stream && !stream->resetByUs)
            of(user).failStream(*stream, http2Error(Http2Error::Protocol, "RFC 9113 §8.2", "a malformed field"));
        return 0;
    }

    static int frame(nghttp2_session *, const nghttp2_frame *frame, void *user)
    {
        S &state = of(user);
        if (frame->hd.type == NGHTTP2_GOAWAY) {
            state.events.push({0, PeerClosed{}});
            return 0;
        }
        if (frame->hd.type != NGHTTP2_HEADERS && frame->hd.type != NGHTTP2_DATA)
            return 0;
        Http2Stream *stream = state.find(frame->hd.stream_id);
        if (!stream || stream->resetByUs)
            return 0;
        if (frame->hd.type == NGHTTP2_HEADERS && frame->headers.cat == NGHTTP2_HCAT_REQUEST)
            state.headIsIn(*stream, frame->hd.flags & NGHTTP2_FLAG_END_STREAM);
        if ((frame->hd.flags & NGHTTP2_FLAG_END_STREAM) && !stream->resetByUs)
            state.requestEnded(*stream);
        return 0;
    }

    static int data(nghttp2_session *session, uint8_t, int32_t id, const uint8_t *octets, size_t count, void *user)
    {
        // Whoever they are for: one stream that is not read stops none of its siblings.
        nghttp2_session_consume_connection(session, count);
        Http2Stream *stream = of(user).find(id);
        if (stream && !stream->resetByUs)
            of(user).bodyCame(*stream, QByteArrayView(octets, qsizetype(count)));
        return 0;
    }

    static int streamClosed(nghttp2_session *, int32_t id, uint32_t code, void *user)
    {
        if (Http2Stream *stream = of(user).find(id))
            of(user).closed(*stream, Http2Error(code));
        return 0;
    }

    static int sentFrame(nghttp2_session *, const nghttp2_frame *frame, void *user)
    {
        of(user).sentFrame(*frame);
        return 0;
    }

    static ssize_t read(nghttp2_session *, int32_t, uint8_t *, size_t length, uint32_t *flags, nghttp2_data_source *source,
                        void *)
    {
        Http2Stream &stream = *static_cast<Http2Stream *>(source->ptr);
        const auto count = std::min(ssize_t(length), ssize_t(stream.queue.bytes()));
        if (count == 0 && !stream.finishing)
            return NGHTTP2_ERR_DEFERRED;
        *flags |= NGHTTP2_DATA_FLAG_NO_COPY;
        stream.lastPiece = count == ssize_t(stream.queue.bytes());
        if (stream.lastPiece)
            *flags |= stream.finishing ? NGHTTP2_DATA_FLAG_EOF : NGHTTP2_DATA_FLAG_EOF | NGHTTP2_DATA_FLAG_NO_END_STREAM;
        return count;
    }
};

nghttp2_session_callbacks *makeHttp2Callbacks()
{
    nghttp2_session_callbacks *callbacks = nullptr;
    if (nghttp2_session_callbacks_new(&callbacks) != 0)
        qFatal("out of memory");
    nghttp2_session_callbacks_set_send_callback(callbacks, &Http2Callbacks::send);
    nghttp2_session_callbacks_set_send_data_callback(callbacks, &Http2Callbacks::sendData);
    nghttp2_session_callbacks_set_on_begin_headers_callback(callbacks, &Http2Callbacks::beginHeaders);
    nghttp2_session_callbacks_set_on_header_callback(callbacks, &Http2Callbacks::header);
    nghttp2_session_callbacks_set_on_invalid_header_callback(callbacks, &Http2Callbacks::invalidHeader);
    nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, &Http2Callbacks::frame);
    nghttp2_session_callbacks_set_on_data_chunk_recv_callback(callbacks, &Http2Callbacks::data);
    nghttp2_session_callbacks_set_on_stream_close_callback(callbacks, &Http2Callbacks::streamClosed);
    nghttp2_session_callbacks_set_on_frame_send_callback(callbacks, &Http2Callbacks::sentFrame);
    return callbacks;
}

nghttp2_data_provider http2BodyOf(Http2Stream &stream)
{
    nghttp2_data_provider provider{};
    provider.source.ptr = &stream;
    provider.read_callback = &Http2Callbacks::read;
    return provider;
}

QByteArray http2Section(Http2Error code, Http2FrameType frame)
{
    switch (code) {
    case Http2Error::FlowControl:
        return frame == Http2FrameType::Settings ? "RFC 9113 §6.5.2" : "RFC 9113 §6.9.1";
    case Http2Error::StreamClosed:
        return "RFC 9113 §5.1";
    case Http2Error::FrameSize:
        return "RFC 9113 §4.2";
    case Http2Error::Compression:
        return "RFC 9113 §4.3";
    case Http2Error::RefusedStream:
        return "RFC 9113 §5.1.2";
    case Http2Error::EnhanceYourCalm:
        return "RFC 9113 §10.5";
    default:
        break;
    }
    constexpr const char *Sections[] = {"§6.1", "§6.2", "§6.3", "§6.4", "§6.5", "§8.4", "§6.7", "§6.8", "§6.9", "§6.10"};
    const auto index = std::size_t(frame);
    return QByteArray("RFC 9113 ") + (index < std::size(Sections) ? Sections[index] : "§5.5");
}

} // namespace pushscope
