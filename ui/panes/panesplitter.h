// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PaneSplitter: two parts of a pane and the divider between them, which the mouse moves and keys do too: Tab comes to it, the
// arrows of its axis, Page up and down, Home and End move it, Enter and a double click ask for the shipped shares. GUI thread.

#include <QSplitter>

namespace pushscope {

class PaneSplitter final : public QSplitter
{
    Q_OBJECT
public:
    PaneSplitter(Qt::Orientation orientation, const QString &objectName);

    enum class Way : qint8 { Back = -1, Forth = 1 }; // towards the first part, towards the second one
    void step(Way way, int steps); // of a line's height each
    void moveToEnd(Way way); // as far as the mouse could
    void moveToShare(int percent); // of the first part
    [[nodiscard]] int share() const; // in percent

    // "Divider between Clients and Details of the client", as the parts are known to a screen reader or named here.
    [[nodiscard]] QString dividerName() const;
    void setPartNames(const QString &first, const QString &second);

Q_SIGNALS:
    void shippedWanted(); // who knows the shipped shares gives them back

protected:
    QSplitterHandle *createHandle() override;

private:
    [[nodiscard]] int stepTarget(Way way, int steps);
    [[nodiscard]] bool hasGivenWay(Way way) const; // the part on this side, all of its room

    QStringList m_partNames; // empty: as they are known
};

} // namespace pushscope
