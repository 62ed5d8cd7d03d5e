// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/rulesdrop.h"
#include "answer/answerrule.h"
#include "fault/faultrule.h"
#include "ui/feed/answerdesk.h"
#include "ui/panes/answerspane.h"
#include "ui/panes/faultspane.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

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

} // namespace

bool offerRules(const QString &path, MainWindow &window)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestFile)
        return false;
    const QByteArray text = file.readAll();
    if (!text.trimmed().startsWith('[')) // a log and a HAR begin with an object, a session with its magic
        return false;
    if (const auto answers = parseAnswerList(text); answers && !answers->empty())
        offerAnswers(path, window, int(answers->size()));
    else if (const auto faults = parseFaultList(text); faults && !faults->empty())
        offerFaults(path, window, int(faults->size()));
    else
        return false;
    return true;
}

} // namespace pushscope
