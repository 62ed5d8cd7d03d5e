// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MessageBar: where the window says what went wrong or was done, with what to do about it: one message, or the progress of one
// job. Hidden while it has nothing to say. GUI thread.

#include <QFrame>
#include <functional>
#include <optional>

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

    void showMessage(Kind kind, const QString &text, const QList<Offer> &offers = {});
    // The same, but gives way to a message that stands there already, and comes when that is closed.
    void showNotice(Kind kind, const QString &text, const QList<Offer> &offers = {});
    // Shown after 200 ms, so that short work doesn't flash. `maximum` 0: unknown.
    void showProgress(const QString &text, const std::function<void()> &cancel);
    void setProgress(int value, int maximum);
    void clear();
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
    std::optional<Notice> m_waiting;
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
