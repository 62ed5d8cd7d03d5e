// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/snippets.h"

#include <QUrl>

namespace pushscope {

namespace {

QString filled(const char *pattern, const SnippetTarget &target)
{
    QByteArray socket = target.url;
    if (socket.startsWith("http"))
        socket.replace(0, 4, "ws");
    QString text = QString::fromUtf8(pattern);
    text.replace(QLatin1String("{url}"), QString::fromUtf8(target.url));
    text.replace(QLatin1String("{ws}"), QString::fromUtf8(socket));
    text.replace(QLatin1String("{token}"), QString::fromUtf8(target.token));
    text.replace(QLatin1String("{room}"), QString::fromUtf8(target.room.toPercentEncoding()));
    return text;
}

} // namespace

QString eventSourceSnippet(const SnippetTarget &target)
{
    return filled("const source = new EventSource(\"{url}/api/events?room={room}&token={token}\");\n"
                  "source.onopen = () => console.log(\"open\");\n"
                  "// One listener for each type that you send; \"message\" is the default.\n"
                  "for (const type of [\"message\", \"hub.welcome\", \"hub.gap\"])\n"
                  "  source.addEventListener(type, e => console.log(e.lastEventId, e.type, JSON.parse(e.data)));\n",
                  target);
}

QString webSocketSnippet(const SnippetTarget &target)
{
    return filled(
        "let cursor = \"\", tries = 0;\n"
        "(function connect() {\n"
        "  const socket = new WebSocket(\"{ws}/ws?room={room}&token={token}\" + (cursor && \"&lastEventId=\" + cursor));\n"
        "  socket.onmessage = ({ data }) => {\n"
        "    const event = JSON.parse(data);\n"
        "    cursor = event.id ?? event.data?.cursor ?? cursor;\n"
        "    tries = 0;\n"
        "    console.log(event.id, event.type, event.data);\n"
        "  };\n"
        "  socket.onclose = e => e.code === 4001 ||\n"
        "    setTimeout(connect, Math.random() * Math.min(30000, 500 * 2 ** tries++));\n"
        "})();\n",
        target);
}

QString pollSnippet(const SnippetTarget &target)
{
    return filled("(async () => {\n"
                  "  let cursor = \"\";\n"
                  "  for (;;) {\n"
                  "    try {\n"
                  "      const answer = await fetch(\"{url}/api/poll?room={room}&timeout=25&token={token}\" + (cursor && "
                  "\"&cursor=\" + cursor));\n"
                  "      if (!answer.ok) throw new Error(\"status \" + answer.status);\n"
                  "      const batch = await answer.json();\n"
                  "      cursor = batch.cursor;\n"
                  "      for (const event of batch.events) console.log(event.id, event.type, event.data);\n"
                  "    } catch (error) {\n"
                  "      console.warn(error);\n"
                  "      await new Promise(wake => setTimeout(wake, 500 + Math.random() * 2500));\n"
                  "    }\n"
                  "  }\n"
                  "})();\n",
                  target);
}

QString curlSnippet(const SnippetTarget &target)
{
    return filled("curl -N -H 'Authorization: Bearer {token}' \\\n"
                  "  '{url}/api/events?room={room}'\n",
                  target);
}

QString publishSnippet(const SnippetTarget &target)
{
    return filled("curl -H 'Authorization: Bearer {token}' \\\n"
                  "  -H 'Content-Type: application/json' \\\n"
                  "  -d '{\"to\":\"room:{room}\",\"type\":\"message\",\"data\":{\"text\":\"hello\"}}' \\\n"
                  "  '{url}/api/publish'\n",
                  target);
}

} // namespace pushscope
