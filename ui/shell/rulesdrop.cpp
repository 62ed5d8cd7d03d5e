// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rulesdrop.h"
#include "answer/answerrule.h"
#include "fault/faultrule.h"
#include "ui/feed/answerdesk.h"
#include "ui/models/eventsfile.h"
#include "ui/panes/answerspane.h"
#include "ui/panes/faultspane.h"
#include "ui/panes/injectpane.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushscope {

namespace {

constexpr qint64 LargestFile = 8 * 1024 * 1024; // octets, of 100 rules with the longest texts

struct RulesDrop {
    Q_DECLARE_TR_FUNCTIONS(pushscope::RulesDrop)
};

void offerAnswers(const QString &path, MainWindow &window, int count)
{
    auto *pane = window.findChild<AnswersPane *>();
    const int present = int(pane->desk().rules().size());
    const QString name = QFileInfo(path).fileName();
    const QString text = RulesDrop::tr("%1 has %Ln rule(s) that answer.", nullptr, count).arg(name);
    const QString offer
        = present > 0 ? RulesDrop::tr("Use instead of the %Ln there are", nullptr, present) : RulesDrop::tr("Use them");
    window.messages().showMessage(MessageBar::Kind::Info, text, {{offer, [&window, pane, path] {
                                                                      window.docks().showPane("answers");
                                                                      pane->loadFrom(path);
                                                                  }}});
}

void offerFaults(const QString &path, MainWindow &window, int count)
{
    auto *pane = window.findChild<FaultsPane *>();
    const QString text = RulesDrop::tr("%1 has %Ln fault rule(s).", nullptr, count).arg(QFileInfo(path).fileName());
    window.messages().showMessage(MessageBar::Kind::Info, text, {{RulesDrop::tr("Set them"), [&window, pane, path] {
                                                                      window.docks().showPane("faults");
                                                                      pane->loadFrom(path);
                                                                  }}});
}

// Publish bodies, one a line; an export of a session is opened as one.
bool looksLikeEvents(const QByteArray &text)
{
    const QJsonObject first = QJsonDocument::fromJson(text.left(text.indexOf('\n'))).object();
    return first.contains(QLatin1String("to")) && !first.contains(QLatin1String("schema"))
        && !first.contains(QLatin1String("kind"));
}

bool offerEvents(const QString &path, MainWindow &window, const QByteArray &text)
{
    const QString name = QFileInfo(path).fileName();
    const auto take = [&window, path] {
        window.docks().showPane("inject");
        window.findChild<InjectPane *>()->takeFile(path);
    };
    if (const Result<EventsFile> events = readEvents(text))
        window.messages().showMessage(MessageBar::Kind::Info,
                                      RulesDrop::tr("%1 has %Ln event(s).", nullptr, int(events->events.size())).arg(name),
                                      {{RulesDrop::tr("Show in Inject"), take}});
    else
        take(); // says what is wrong, and changes nothing
    return true;
}

// What is wrong with a list is said where it would be used.
bool sayWhatIsWrong(const QString &path, MainWindow &window, const QByteArray &text)
{
    if (text.contains("\"then\"")) {
        window.docks().showPane("answers");
        window.findChild<AnswersPane *>()->loadFrom(path);
    } else if (text.contains("\"what\"")) {
        window.docks().showPane("faults");
        window.findChild<FaultsPane *>()->loadFrom(path);
    } else {
        return false;
    }
    return true;
}

} // namespace

bool offerDropped(const QString &path, MainWindow &window)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return false;
    const QByteArray text = file.readAll();
    if (looksLikeEvents(text))
        return offerEvents(path, window, text);
    if (!text.trimmed().startsWith('[')) // a log and a HAR begin with an object, a session with its magic
        return false;
    if (const auto answers = parseAnswerList(text); answers && !answers->empty())
        offerAnswers(path, window, int(answers->size()));
    else if (const auto faults = parseFaultList(text); faults && !faults->empty())
        offerFaults(path, window, int(faults->size()));
    else
        return sayWhatIsWrong(path, window, text);
    return true;
}

} // namespace pushscope
