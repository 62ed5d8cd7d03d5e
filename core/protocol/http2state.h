// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2Connection::State: the nghttp2 session, its streams, and what its callbacks write down. Internal to http2connection.cpp
// and http2callbacks.cpp.

#include "protocol/eventqueue.h"
#include "protocol/http2connection.h"
#include "protocol/http2guard.h"
#include "protocol/http2request.h"
#include "protocol/http2stream.h"

#include <nghttp2/nghttp2.h>
#include <unordered_map>

namespace pushscope {

struct Http2Connection::State {
    State(const Limits &limits, TimePoint now);
    ~State();
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    const Limits limits;
    FrameListener *listener = nullptr;
    nghttp2_session *session = nullptr;
    Http2Guard guard;
    EventQueue<Event> events;
    Http2Stream *streams = nullptr; // all that are open
    std::vector<std::unique_ptr<Http2Stream>> ended; // whose StreamClosed is under way: their owners are asked for
    StreamId endTold = 0; // one of them: its event was the last
    quint32 streamCount = 0;
    std::unordered_map<StreamId, Http2Request> requests; // that are not complete yet

    // Octets on their way in.
    qsizetype prefaceTaken = 0;
    char header[Http2FrameHeader::Octets + Http2Guard::MaxPayload]; // of the frame that begins
    qsizetype headerTaken = 0;
    quint32 payloadLeft = 0;
    Http2FrameHeader frame; // the one that comes in
    // And out: whole pieces, then one that is being filled.
    EventQueue<SharedBytes> pieces;
    qsizetype pieceBytes = 0;
    QByteArray out;

    TimePoint began, now;
    TimePoint blockSince; // an unfinished header block
    TimePoint idleSince; // the last stream closed
    bool hadRequest = false;
    bool dead = false; // by an error: nothing more is read, and the connection ends once all is written
    bool failureTold = false; // there was an event for it
    bool leaving = false; // GOAWAY without an error was sent

    void start();
    void takeHeader();
    void give(const char *octets, qsizetype count); // to nghttp2
    void fail(const ProtocolError &error); // of the connection
    void tellFailure(const nghttp2_goaway &goaway); // that nghttp2 has found
    void failStream(Http2Stream &stream, const ProtocolError &error);
    void refuse(Http2Stream &stream, ProtocolError error); // to be answered
    void endReading(Http2Stream &stream); // its request is in, or given up
    void pump(); // frames that are due, as far as there is room for them
    void cutPiece();
    [[nodiscard]] qsizetype outputBytes() const noexcept { return pieceBytes + out.size(); }

    [[nodiscard]] Http2Stream *find(StreamId id) const;
    [[nodiscard]] Http2Stream *findAny(StreamId id) const; // or one that has just ended
    [[nodiscard]] Http2Request *requestOf(const Http2Stream &stream); // null: it is in, or given up
    [[nodiscard]] bool isYoung(const Http2Stream &stream) const; // opened less than a second ago
    [[nodiscard]] Http2Stream &open(StreamId id);
    [[nodiscard]] std::unique_ptr<Http2Stream> unlist(Http2Stream &stream);
    void reset(Http2Stream &stream, Http2Error code);
    [[nodiscard]] Result<void> sendHead(Http2Stream &stream, const ResponseHead &head);
    void submitBody(Http2Stream &stream);
    void answerEnded(Http2Stream &stream);

    // Called by nghttp2, through http2callbacks.cpp.
    void opened(Http2Stream &stream); // its head begins
    void headIsIn(Http2Stream &stream, bool endsStream);
    void bodyCame(Http2Stream &stream, QByteArrayView octets);
    void requestEnded(Http2Stream &stream);
    void closed(Http2Stream &stream, Http2Error code);
    void sentFrame(const nghttp2_frame &frame);
    [[nodiscard]] int sendData(Http2Stream &stream, const char *head, qsizetype length);
};

// Owned by the caller; nghttp2 copies them.
[[nodiscard]] nghttp2_session_callbacks *makeHttp2Callbacks();
[[nodiscard]] nghttp2_data_provider http2BodyOf(Http2Stream &stream);
// The section of RFC 9113 that speaks of such a fault in such a frame.
[[nodiscard]] QByteArray http2Section(Http2Error code, Http2FrameType frame);

} // namespace pushscope
