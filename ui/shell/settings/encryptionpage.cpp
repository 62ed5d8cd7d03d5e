// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/encryptionpage.h"
#include "ui/feed/servercontroller.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace pushscope {

namespace {

constexpr auto Separator = "; "; // names of files may have blanks

template<auto Member> Result<void> readFiles(ServerConfig &config, const QByteArray &text)
{
    (config.*Member).clear();
    for (const QByteArray &part : text.split(';')) {
        const QByteArray file = part.trimmed();
        if (file.isEmpty())
            continue;
        if (const QFileInfo info(QFile::decodeName(file)); !info.isFile() || !info.isReadable())
            return fail(Errc::InvalidArgument,
                        EncryptionPage::tr("'%1' is no file that can be read").arg(QString::fromUtf8(file)).toUtf8());
        (config.*Member).append(file);
    }
    return {};
}

} // namespace

EncryptionPage::EncryptionPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
{
    const ServerConfig &config = context.controller.config();
    setWindowTitle(tr("Encryption"));
    addSwitch(tr("TLS with a certificate of the hub's &own"), "tls-self-signed", config.tlsSelfSigned,
              tr("Made for localhost and kept. The log says how a browser is made to trust it."),
              [](ServerConfig &c, int on) { c.tlsSelfSigned = on != 0; });
    QLineEdit *certificates
        = addText(tr("Cer&tificates:"), "tls-cert", config.tlsCertificates.join(Separator),
                  tr("PEM files with the chain, separated by semicolons"), readFiles<&ServerConfig::tlsCertificates>);
    addFilesButton(certificates, tr("Add certi&ficates…"), tr("Certificates"));
    QLineEdit *keys = addText(tr("&Keys:"), "tls-key", config.tlsKeys.join(Separator),
                              tr("Their private keys, in the same order"), readFiles<&ServerConfig::tlsKeys>);
    addFilesButton(keys, tr("Add ke&ys…"), tr("Private keys"));
    addNote(tr("With a certificate, addresses are https:// unless one of them says so itself: “http://127.0.0.1:8090 "
               "https://127.0.0.1:8443” listens in clear text and with TLS. Over TLS a browser speaks HTTP/2. Files that change "
               "are read again by themselves."));
}

void EncryptionPage::addFilesButton(QLineEdit *edit, const QString &text, const QString &title)
{
    auto *button = new QPushButton(text, this);
    form()->addRow(QString(), button);
    connect(button, &QPushButton::clicked, edit, [this, edit, title] {
        QStringList all = QFileDialog::getOpenFileNames(this, title, {}, tr("PEM (*.pem *.crt *.key);;All files (*)"));
        if (all.isEmpty())
            return;
        if (!edit->text().trimmed().isEmpty())
            all.prepend(edit->text().trimmed());
        edit->setText(all.join(QLatin1String(Separator)));
    });
}

} // namespace pushscope
