// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http2cases.h"

#include "support/http2frames.h"

namespace pushscope {

using namespace http2;

namespace {

constexpr int End = 0x1;
constexpr int EndHeaders = 0x4;
constexpr int Padded = 0x8;
constexpr int HasPriority = 0x20;

// Set by http2Cases() while it makes them.
QByteArray Hold;
QByteArray Tunnel;

QByteArray octets(qsizetype count)
{
    return QByteArray(count, 'x');
}

QByteArray repeated(int times, const QByteArray &frames)
{
    return frames.repeated(times);
}

QByteArray open(quint32 stream) // a request that goes on
{
    return headers(stream, {{":method", "POST"}, {":scheme", "http"}, {":authority", "a"}, {":path", Hold}}, EndHeaders);
}

QByteArray held(quint32 stream) // a request whose answer goes on
{
    return headers(stream, get(Hold));
}

QByteArray indexed() // a request from the static table, but for its authority
{
    return "\x82\x86\x84\x01\x01"
           "a";
}

Fields without(const QByteArray &name)
{
    Fields fields = get();
    fields.removeIf([&](const auto &field) { return field.first == name; });
    return fields;
}

QByteArray post(quint32 stream, const Fields &more)
{
    return headers(stream, Fields{{":method", "POST"}, {":scheme", "http"}, {":authority", "a"}, {":path", "/"}} + more,
                   EndHeaders);
}

Fields webSocket(const Fields &more = {{"sec-websocket-version", "13"}})
{
    return Fields{{":method", "CONNECT"}, {":protocol", "websocket"}, {":scheme", "http"}, {":path", Tunnel}, {":authority", "a"}}
    + more;
}

QList<Http2Case> frameCases()
{
    return {
        {"3.4 nothing more than the preface", "", "alive"},
        {"4.1 a frame of an unknown type", frame(Type(0x16), 0, 0, "what?"), "alive"},
        {"4.1 a frame of an unknown type on an idle stream", frame(Type(0x16), 0, 5, "what?"), "alive"},
        {"4.1 flags that are not defined", ping("12345678", 0x16), "alive"},
        {"4.1 the reserved bit", frame(Type::Ping, 0, 0x80000000U, "12345678"), "alive"},
        {"4.2 DATA of the largest size", open(1) + data(1, octets(16384), End), "alive"},
        {"4.2 DATA beyond it", open(1) + data(1, octets(16385), End), "goaway 6"},
        {"4.2 HEADERS beyond it", frame(Type::Headers, End | EndHeaders, 1, block(get("/", {{"x", octets(16384)}}))), "goaway 6"},
        {"4.2 an unknown frame beyond it", frame(Type(0x16), 0, 0, octets(16385)), "goaway 6"},
        {"4.3 a header block that can't be decoded", frame(Type::Headers, End | EndHeaders, 1, "\x40"), "goaway 9"},
        {"4.3 a frame of another type within a header block",
         headers(1, get(), End) + frame(Type::Priority, 0, 1, number(0) + '\x10'), "goaway 1"},
        {"4.3 a frame of another stream within a header block", headers(1, get(), End) + held(3), "goaway 1"},
        {"4.3 an unknown frame within a header block", headers(1, get(), End) + frame(Type(0x16), 0, 1, "what?"), "goaway 1"},
        {"RFC 7541 2.3.3 an index beyond the tables", frame(Type::Headers, End | EndHeaders, 1, block(get()) + '\xc6'),
         "goaway 9"},
        {"RFC 7541 4.2 a table size after fields", frame(Type::Headers, End | EndHeaders, 1, block(get()) + '\x20'), "goaway 9"},
        {"RFC 7541 6.3 a table size beyond the limit",
         frame(Type::Headers, End | EndHeaders, 1, QByteArray("\x3f\xe2\x1f") + block(get())), "goaway 9"},
        {"RFC 7541 6.1 indexed fields", frame(Type::Headers, End | EndHeaders, 1, indexed()), "status 1 200"},
        {"RFC 7541 6.2.1 added to the table, and taken from it",
         frame(Type::Headers, End | EndHeaders, 1, indexed() + "\x40\x01x\x01y")
             + frame(Type::Headers, End | EndHeaders, 3, indexed() + '\xbe'),
         "status 3 200"},
        {"RFC 7541 6.2.1 under a name of the table", frame(Type::Headers, End | EndHeaders, 1, indexed() + "\x7a\x01y"),
         "status 1 200"},
        {"RFC 7541 6.2.3 never indexed", frame(Type::Headers, End | EndHeaders, 1, indexed() + "\x1f\x2b\x01y"), "status 1 200"},
        {"RFC 7541 6.3 two table sizes before the fields",
         frame(Type::Headers, End | EndHeaders, 1, "\x3f\x61\x3f\x62" + indexed()), "status 1 200"},
        {"RFC 7541 6.3 a table of nothing has no entry",
         frame(Type::Headers, End | EndHeaders, 1, indexed() + "\x40\x01x\x01y")
             + frame(Type::Headers, End | EndHeaders, 3, '\x20' + indexed() + '\xbe'),
         "goaway 9"},
        {"RFC 7541 5.1 an integer that overflows",
         frame(Type::Headers, End | EndHeaders, 1, indexed() + "\x7f\xff\xff\xff\xff\xff\xff\xff\xff\x0f"), "goaway 9"},
        {"RFC 7541 5.2 a text longer than the block", frame(Type::Headers, End | EndHeaders, 1, indexed() + "\x40\x05xy"),
         "goaway 9"},
        {"RFC 7541 5.2 Huffman",
         frame(Type::Headers, End | EndHeaders, 1, indexed() + QByteArray("\x00\x85\xf2\xb2\x4a\x84\xff\x83\x49\x50\x9f", 11)),
         "status 1 200"},
        {"RFC 7541 6.1 index 0", frame(Type::Headers, End | EndHeaders, 1, block(get()) + '\x80'), "goaway 9"},
        {"RFC 7541 5.2 padding of a Huffman text longer than seven bits",
         frame(Type::Headers, End | EndHeaders, 1,
               block(get()) + QByteArray("\x00\x85\xf2\xb2\x4a\x84\xff\x84\x49\x50\x9f\xff", 12)),
         "goaway 9"},
        {"RFC 7541 5.2 padding of a Huffman text with zeros",
         frame(Type::Headers, End | EndHeaders, 1, block(get()) + QByteArray("\x00\x85\xf2\xb2\x4a\x84\xff\x83\x49\x50\x90", 11)),
         "goaway 9"},
        {"RFC 7541 5.2 EOS in a Huffman text",
         frame(Type::Headers, End | EndHeaders, 1,
               block(get()) + QByteArray("\x00\x85\xf2\xb2\x4a\x84\xff\x87\x49\x51\xff\xff\xff\xfa\x7f", 15)),
         "goaway 9"},
    };
}

QList<Http2Case> stateCases()
{
    return {
        {"5.1 idle: DATA", data(1, "x", End), "goaway 1"},
        {"5.1 idle: RST_STREAM", rst(1, 8), "goaway 1"},
        {"5.1 idle: WINDOW_UPDATE", windowUpdate(1, 100), "goaway 1"},
        {"5.1 idle: CONTINUATION", frame(Type::Continuation, EndHeaders, 1, block(get())), "goaway 1"},
        {"5.1 idle: PRIORITY", frame(Type::Priority, 0, 1, number(0) + '\x10'), "alive"},
        {"5.1 half closed: DATA", held(1) + data(1, "x", End), "goaway 5"},
        {"5.1 half closed: HEADERS", held(1) + held(1), "goaway 5"},
        {"5.1 half closed: CONTINUATION", held(1) + frame(Type::Continuation, EndHeaders, 1, block(get())), "goaway 1"},
        {"5.1 half closed: WINDOW_UPDATE", held(1) + windowUpdate(1, 100), "alive"},
        {"5.1 half closed: RST_STREAM", held(1) + rst(1, 8), "alive"},
        {"5.1 half closed: PRIORITY", held(1) + frame(Type::Priority, 0, 1, number(0) + '\x10'), "alive"},
        {"5.1 closed by RST_STREAM: DATA", open(1) + rst(1, 8) + data(1, "x", End), "goaway 5"},
        {"5.1 closed by RST_STREAM: HEADERS", open(1) + rst(1, 8) + headers(1, get()), "goaway 5"},
        {"5.1 closed by RST_STREAM: CONTINUATION", open(1) + rst(1, 8) + frame(Type::Continuation, EndHeaders, 1, block(get())),
         "goaway 1"},
        {"5.1 closed by RST_STREAM: RST_STREAM", open(1) + rst(1, 8) + rst(1, 8), "alive"},
        {"5.1 closed by RST_STREAM: WINDOW_UPDATE", open(1) + rst(1, 8) + windowUpdate(1, 1), "alive"},
        {"5.1 closed by RST_STREAM: PRIORITY", open(1) + rst(1, 8) + frame(Type::Priority, 0, 1, number(0) + '\x10'), "alive"},
        {"5.1 closed: DATA", headers(1, get()) + data(1, "x", End), "goaway 5"},
        {"5.1 closed: HEADERS", headers(1, get()) + headers(1, get()), "goaway 5"},
        {"5.1 closed: CONTINUATION", headers(1, get()) + frame(Type::Continuation, EndHeaders, 1, block(get())), "goaway 1"},
        {"5.1.1 a stream with an even number", headers(2, get()), "goaway 1"},
        {"5.1.1 a stream with a lower number", held(5) + held(3), "goaway 1"},
        {"5.1.1 DATA on a stream that was passed over", held(5) + data(3, "x"), "goaway 1"},
        {"5.3.1 HEADERS that depend on themselves",
         frame(Type::Headers, End | EndHeaders | HasPriority, 1, number(1) + '\x10' + block(get())), "goaway 1"},
        {"5.3.1 a PRIORITY that depends on itself", open(1) + frame(Type::Priority, 0, 1, number(1) + '\x10'), "rst 1 1"},
        {"5.4.1 an error of the connection ends it", frame(Type::Ping, 0, 3, "12345678") + held(1), "goaway 1"},
        {"5.5 extension frames between others", held(1) + frame(Type(0x16), 0xff, 1, "what?") + windowUpdate(1, 1), "alive"},
    };
}

QList<Http2Case> typeCases()
{
    return {
        {"6.1 DATA on stream 0", data(0, "x"), "goaway 1"},
        {"6.1 DATA with more padding than payload", open(1) + frame(Type::Data, End | Padded, 1, "\x06hello"), "goaway 1"},
        {"6.1 DATA with padding", open(1) + frame(Type::Data, End | Padded, 1, QByteArray("\x02hi\0\0", 5)), "alive"},
        {"6.1 DATA with a padding field that is missing", open(1) + frame(Type::Data, End | Padded, 1), "goaway 1"},
        {"6.2 HEADERS on stream 0", headers(0, get()), "goaway 1"},
        {"6.2 HEADERS with more padding than payload", frame(Type::Headers, End | EndHeaders | Padded, 1, '\xff' + block(get())),
         "goaway 1"},
        {"6.2 HEADERS with padding", frame(Type::Headers, End | EndHeaders | Padded, 1, '\x02' + block(get()) + QByteArray(2, 0)),
         "alive"},
        {"6.2 HEADERS with a priority",
         frame(Type::Headers, End | EndHeaders | HasPriority, 1, number(0) + '\x10' + block(get())), "status 1 200"},
        {"6.2 HEADERS too short for their priority", frame(Type::Headers, End | EndHeaders | HasPriority, 1, "abc"), "goaway 6"},
        {"6.3 PRIORITY on stream 0", frame(Type::Priority, 0, 0, number(1) + '\x10'), "goaway 1"},
        {"6.3 PRIORITY of another size", open(1) + frame(Type::Priority, 0, 1, number(3)), "goaway 6"},
        {"6.4 RST_STREAM on stream 0", rst(0, 8), "goaway 1"},
        {"6.4 RST_STREAM of another size", open(1) + frame(Type::RstStream, 0, 1, "abc"), "goaway 6"},
        {"6.5 SETTINGS with ACK and a payload", frame(Type::Settings, 1, 0, number(0, 2) + number(1)), "goaway 6"},
        {"6.5 SETTINGS on a stream", frame(Type::Settings, 0, 1, number(3, 2) + number(1)), "goaway 1"},
        {"6.5 SETTINGS of another size", frame(Type::Settings, 0, 0, "abc"), "goaway 6"},
        {"6.5.2 ENABLE_PUSH of 2", settings({{2, 2}}), "goaway 1"},
        {"6.5.2 INITIAL_WINDOW_SIZE beyond the maximum", settings({{4, 0x80000000U}}), "goaway 3"},
        {"6.5.2 MAX_FRAME_SIZE below the minimum", settings({{5, 16383}}), "goaway 1"},
        {"6.5.2 MAX_FRAME_SIZE beyond the maximum", settings({{5, 0x1000000}}), "goaway 1"},
        {"6.5.2 a setting that is unknown", settings({{0xff, 1}}), "alive"},
        {"6.5.2 one setting twice: the last one holds", settings({{4, 100}, {4, 1}}), "alive"},
        {"6.6 PUSH_PROMISE of a client", open(1) + frame(Type::PushPromise, EndHeaders, 1, number(2) + block(get())), "goaway 1"},
        {"6.7 PING on a stream", frame(Type::Ping, 0, 1, "12345678"), "goaway 1"},
        {"6.7 PING of another size", frame(Type::Ping, 0, 0, "1234"), "goaway 6"},
        {"6.7 PING with ACK that nobody asked for", ping("87654321", 1), "alive"},
        {"6.8 GOAWAY on a stream", frame(Type::GoAway, 0, 1, number(0) + number(0)), "goaway 1"},
        {"6.8 GOAWAY too short", frame(Type::GoAway, 0, 0, number(0)), "goaway 6"},
        {"6.9 WINDOW_UPDATE of 0 on the connection", windowUpdate(0, 0), "goaway 1"},
        {"6.9 WINDOW_UPDATE of 0 on a stream", open(1) + windowUpdate(1, 0), "rst 1 1"},
        {"6.9 WINDOW_UPDATE of 0 on a stream that it has ended", open(1) + windowUpdate(1, 0) + windowUpdate(1, 0), "rst 1 1"},
        {"6.9 DATA right behind a WINDOW_UPDATE of 0 on a stream that had ended", held(1) + windowUpdate(1, 0) + data(1, "x"),
         "rst 1 1"},
        {"6.9 WINDOW_UPDATE of another size", frame(Type::WindowUpdate, 0, 0, "abc"), "goaway 6"},
        {"6.9.1 the connection's window beyond the maximum", windowUpdate(0, 0x7fffffff), "goaway 3"},
        {"6.9.1 a stream's window beyond the maximum", held(1) + windowUpdate(1, 0x7fffffff) + windowUpdate(1, 0x7fffffff),
         "rst 1 3"},
        {"6.9.1 more DATA than the stream's window", headers(1, webSocket(), EndHeaders) + repeated(5, data(1, octets(16384))),
         "rst 1 3"},
        {"6.9.2 INITIAL_WINDOW_SIZE that brings a window beyond the maximum",
         held(1) + windowUpdate(1, 0x7fff0000) + settings({{4, 0x7fffffff}}), "goaway 3"},
        {"6.10 CONTINUATION after CONTINUATION",
         frame(Type::Headers, End, 1, block(get()).first(5)) + frame(Type::Continuation, 0, 1, block(get()).mid(5, 7))
             + frame(Type::Continuation, EndHeaders, 1, block(get()).mid(12)),
         "status 1 200"},
        {"6.10 another frame after CONTINUATION",
         headers(1, get(), End) + frame(Type::Continuation, 0, 1, literal("x", "y")) + data(1, "x"), "goaway 1"},
        {"6.10 CONTINUATION on stream 0", headers(1, get(), End) + frame(Type::Continuation, EndHeaders, 0, literal("x", "y")),
         "goaway 1"},
        {"6.10 CONTINUATION after the end of the head", held(1) + frame(Type::Continuation, EndHeaders, 1, literal("x", "y")),
         "goaway 1"},
        {"6.10 CONTINUATION after DATA", open(1) + data(1, "x") + frame(Type::Continuation, EndHeaders, 1, literal("x", "y")),
         "goaway 1"},
        {"7 GOAWAY with an unknown code", frame(Type::GoAway, 0, 0, number(0) + number(0xff)), "closed"},
        {"7 RST_STREAM with an unknown code", open(1) + rst(1, 0xff), "alive"},
    };
}

QList<Http2Case> messageCases()
{
    const auto bad = [](const char *name, const Fields &fields) { return Http2Case{name, headers(1, fields), "rst 1 1"}; };
    const auto posted = [](const char *name, const Fields &more, const QByteArray &body, const char *expected) {
        return Http2Case{name, post(1, more) + body, expected};
    };
    return {
        {"8.1 a request", headers(1, get()), "status 1 200"},
        {"8.1 a second HEADERS without END_STREAM", open(1) + headers(1, {{"x", "y"}}, EndHeaders), "rst 1 1"},
        {"8.1 trailers", post(1, {}) + data(1, "x") + headers(1, {{"x", "y"}}), "status 1 200"},
        {"8.1 a pseudo-header field in trailers", post(1, {}) + headers(1, {{":method", "GET"}}), "rst 1 1"},
        bad("8.2.1 a name in upper case", get("/", {{"X-Test", "1"}})),
        bad("8.2.1 a name with a space", get("/", {{"x y", "1"}})),
        bad("8.2.1 a name with a colon", get("/", {{"x:y", "1"}})),
        bad("8.2.1 a name that is empty", get("/", {{"", "1"}})),
        bad("8.2.1 a name with octets beyond ASCII", get("/", {{"x\xc3\xa4", "1"}})),
        bad("8.2.1 a value with LF", get("/", {{"x", "a\nb"}})),
        bad("8.2.1 a value with CR", get("/", {{"x", "a\rb"}})),
        bad("8.2.1 a value with NUL", get("/", {{"x", QByteArray("a\0b", 3)}})),
        bad("8.2.1 a value that begins with a space", get("/", {{"x", " a"}})),
        bad("8.2.1 a value that ends with a tab", get("/", {{"x", "a\t"}})),
        bad("8.2.2 Connection", get("/", {{"connection", "keep-alive"}})),
        bad("8.2.2 Keep-Alive", get("/", {{"keep-alive", "1"}})),
        bad("8.2.2 Proxy-Connection", get("/", {{"proxy-connection", "keep-alive"}})),
        bad("8.2.2 Transfer-Encoding", get("/", {{"transfer-encoding", "chunked"}})),
        bad("8.2.2 Upgrade", get("/", {{"upgrade", "h2c"}})),
        bad("8.2.2 TE with more than trailers", get("/", {{"te", "trailers, deflate"}})),
        {"8.2.2 TE with trailers", headers(1, get("/", {{"te", "trailers"}})), "status 1 200"},
        bad("8.3 a pseudo-header field that is unknown", get() + Fields{{":test", "1"}}),
        bad("8.3 one of an answer", get() + Fields{{":status", "200"}}),
        bad("8.3 one after the others", get("/", {{"x", "y"}}) + Fields{{":method", "GET"}}),
        {"8.3 all after the others", headers(1, Fields{{"x", "y"}} + get()), "rst 1 1"},
        bad("8.3.1 without :method", without(":method")),
        bad("8.3.1 without :scheme", without(":scheme")),
        bad("8.3.1 without :path", without(":path")),
        bad("8.3.1 :path that is empty", get("")),
        bad("8.3.1 :path without a slash", get("a")),
        bad("8.3.1 :path of * with GET", get("*")),
        bad("8.3.1 :method twice", Fields{{":method", "GET"}} + get()),
        bad("8.3.1 :scheme twice", Fields{{":scheme", "http"}} + get()),
        bad("8.3.1 :path twice", Fields{{":path", "/"}} + get()),
        bad("8.3.1 :authority twice", Fields{{":authority", "a"}} + get()),
        bad("8.3.1 Host that is not :authority", get("/", {{"host", "b"}})),
        {"8.3.1 Host that is", headers(1, get("/", {{"host", "a"}})), "status 1 200"},
        {"8.3.1 Host instead of :authority", headers(1, without(":authority") + Fields{{"host", "a"}}), "status 1 200"},
        bad("8.3.1 user information", Fields{{":method", "GET"}, {":scheme", "http"}, {":authority", "me@a"}, {":path", "/"}}),
        {"8.3.1 a target that is not encoded", headers(1, get("/a#b")), "status 1 400"},
        posted("8.1.1 Content-Length that is more than the body", {{"content-length", "5"}}, data(1, "x", End), "rst 1 1"),
        posted("8.1.1 Content-Length that is less", {{"content-length", "1"}}, data(1, "xx", End), "rst 1 1"),
        posted("8.1.1 Content-Length and DATA in parts", {{"content-length", "1"}}, data(1, "x") + data(1, "x", End), "rst 1 1"),
        posted("8.1.1 Content-Length that is right", {{"content-length", "2"}}, data(1, "x") + data(1, "x", End), "status 1 200"),
        posted("8.1.1 Content-Length twice", {{"content-length", "1"}, {"content-length", "1"}}, data(1, "x", End), "rst 1 1"),
        posted("8.1.1 Content-Length that is no number", {{"content-length", "x"}}, data(1, "x", End), "rst 1 1"),
        {"8.5 CONNECT without a protocol", headers(1, {{":method", "CONNECT"}, {":authority", "a:1"}}, EndHeaders),
         "status 1 501"},
        bad("8.5 CONNECT with :path", {{":method", "CONNECT"}, {":authority", "a:1"}, {":path", "/"}}),
        {"RFC 8441 4 :protocol", headers(1, webSocket(), EndHeaders), "alive"},
        {"RFC 8441 4 :protocol with GET", headers(1, get() + Fields{{":protocol", "websocket"}}), "rst 1 1"},
        {"RFC 8441 4 :protocol without :path",
         headers(1, {{":method", "CONNECT"}, {":protocol", "websocket"}, {":scheme", "http"}, {":authority", "a"}}), "rst 1 1"},
        {"RFC 9110 10.1.1 an expectation that is unknown", post(1, {{"expect", "gold"}}), "status 1 417"},
        {"10.5.1 a field beyond the limit", headers(1, get("/", {{"x", octets(16000)}}), 0x5), "alive"},
        {"10.5.1 more fields than the limit", headers(1, get() + Fields(120, {"x", "y"})), "status 1 431"},
        {"10.5.1 a target beyond the limit", headers(1, get('/' + octets(9000))), "status 1 414"},
    };
}

QList<Http2Case> floodCases()
{
    QByteArray resets, opened, empties, continued = headers(1, get(), End), errors;
    for (quint32 stream = 1; stream < 2 * 400; stream += 2) {
        resets += open(stream) + rst(stream, 8);
        errors += open(stream) + windowUpdate(stream, 0);
    }
    for (int i = 0; i < 20; ++i)
        continued += frame(Type::Continuation, 0, 1, literal("x", "y"));
    return {
        {"10.5 streams reset as soon as opened", resets, "goaway 11"},
        {"10.5 streams that the server is made to reset", errors, "goaway 11"},
        {"10.5 SETTINGS", repeated(400, settings({{4, 1000}})), "goaway 11"},
        {"10.5 SETTINGS that say nothing", repeated(400, settings({})), "goaway 11"},
        {"10.5 PING", repeated(1000, ping()), "goaway 11"},
        {"10.5 empty DATA", open(1) + repeated(1000, data(1, "")), "goaway 11"},
        {"10.5 padded empty DATA", open(1) + repeated(1000, frame(Type::Data, Padded, 1, QByteArray(1, '\0'))), "goaway 11"},
        {"10.5 CONTINUATION", continued, "goaway 11"},
        {"10.5 empty CONTINUATION", headers(1, get(), End) + repeated(1000, frame(Type::Continuation, 0, 1)), "goaway 11"},
        {"10.5 WINDOW_UPDATE", held(1) + repeated(10'000, windowUpdate(1, 1)), "goaway 11"},
        {"10.5 PRIORITY", repeated(10'000, frame(Type::Priority, 0, 1, number(0) + '\x10')), "goaway 11"},
        {"10.5 unknown frames", repeated(10'000, frame(Type(0x16), 0, 0)), "goaway 11"},
    };
}

} // namespace

QList<Http2Case> http2Cases(const QByteArray &hold, const QByteArray &tunnel)
{
    Hold = hold;
    Tunnel = tunnel;
    return frameCases() + stateCases() + typeCases() + messageCases() + floodCases();
}

} // namespace pushscope
