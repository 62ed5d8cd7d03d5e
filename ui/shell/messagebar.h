// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MessageBar: where the window says what went wrong or was done, with what to do about it: one message, or the progress of one
// job. Hidden while it has nothing to say. GUI thread.

#include <QFrame>
#include <functional>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QToolButton;

namespace pushscope {

class MessageBar : public QFrame
{
    Q_OBJECT
public:
    enum class Kind : quint8 { Info, Good, Warning, Error };
    struct Offer {
        QString text;
        std::function<void()> act; // the bar is cleared first
    };

    explicit MessageBar(QWidget *parent = nullptr);

    // What a message is about, for who knows that it has become out of date.
    enum class About : quint8 { Other, Hub /* that it does not run, or not with its settings */ };

    void showMessage(Kind kind, const QString &text, const QList<Offer> &offers = {}, About about = About::Other);
    // The same, but gives way to what stands there already, and comes when that is closed; a notice of its own kind it replaces.
    void showNotice(Kind kind, const QString &text, const QList<Offer> &offers = {});
    // Shown after 200 ms, so that short work doesn't flash. `maximum` 0: unknown.
    void showProgress(const QString &text, const std::function<void()> &cancel);
    void setProgress(int value, int maximum);
    void clear();
    void clearAbout(About about); // else the message stays: nobody may have read it
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void setKind(Kind kind);
    void setOffers(const QList<Offer> &offers);
    void reveal();

    struct Notice {
        Kind kind;
        QString text;
        QList<Offer> offers;
    };

    Kind m_kind = Kind::Info;
    About m_about = About::Other;
    QList<Notice> m_waiting; // one of each kind
    bool m_tinting = false; // its palette changes by itself
    bool m_isNotice = false; // what is shown
    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QHBoxLayout *m_offers;
    QToolButton *m_close;
    int m_revealTimer = 0;
};

} // namespace pushscope
