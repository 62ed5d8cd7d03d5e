// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/storepage.h"
#include "ui/feed/servercontroller.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace pushscope {

StorePage::StorePage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
{
    const ServerConfig &config = context.controller.config();
    setWindowTitle(tr("Store"));
    addFile(config.store);
    addChoice(tr("&Durability:"), "durability",
              {tr("fsync: survives a power cut"), tr("committed: survives a crash of the hub"),
               tr("relaxed: answers before the commit")},
              int(config.durability), [](ServerConfig &c, int index) { c.durability = Durability(index); });
    addText(tr("Keep at most &events:"), "retain-events", QByteArray::number(config.retention.events), tr("0: no limit"),
            [](ServerConfig &c, const QByteArray &text) { return assignTo(c.retention.events, readCount(text)); });
    addText(tr("Keep at most &bytes:"), "retain-bytes", formatSize(qint64(config.retention.bytes)), tr("512MiB; 0: no limit"),
            [](ServerConfig &c, const QByteArray &text) { return assignTo(c.retention.bytes, parseSize(text)); });
    addText(tr("Keep at most for (&age):"), "retain-age", formatDuration(config.retention.age), tr("24h, 30m; 0s: no limit"),
            [](ServerConfig &c, const QByteArray &text) { return assignDuration(c.retention.age, parseDuration(text)); });
}

void StorePage::addFile(const QString &store)
{
    const bool memory = store == QLatin1String("memory");
    QComboBox *kind = addChoice(tr("&Keep events in:"), "store", {tr("Memory"), tr("A file (SQLite)")}, memory ? 0 : 1);
    QLineEdit *file = addText(tr("&File:"), "store-file", memory ? QByteArray() : store.toUtf8(), tr("Name of the file"),
                              [kind](ServerConfig &c, const QByteArray &text) -> Result<void> {
                                  c.store = kind->currentIndex() == 0 ? QStringLiteral("memory") : QString::fromUtf8(text);
                                  if (c.store.isEmpty())
                                      return fail(Errc::InvalidArgument, tr("the file needs a name").toUtf8());
                                  return {};
                              });
    auto *browse = new QPushButton(tr("Bro&wse…"), this);
    browse->setAccessibleName(tr("Browse for the store file"));
    form()->addRow(QString(), browse);
    const auto follow = [kind, file, browse] {
        file->setEnabled(kind->currentIndex() == 1);
        browse->setEnabled(kind->currentIndex() == 1);
    };
    follow();
    connect(kind, &QComboBox::currentIndexChanged, this, follow);
    connect(browse, &QPushButton::clicked, this, [this, file] {
        const QString name = QFileDialog::getSaveFileName(this, tr("Store file"), file->text(), tr("SQLite (*.db *.sqlite)"),
                                                          nullptr, QFileDialog::DontConfirmOverwrite);
        if (!name.isEmpty())
            file->setText(name);
    });
}

} // namespace pushscope
