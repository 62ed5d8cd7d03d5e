// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JsonScanner: walks over one JSON text without recursion and stops at the first octet that is wrong. Internal to
// jsonslice.cpp. Source: RFC 8259.

#include <QByteArrayView>
#include <bitset>

namespace pushscope {

class JsonScanner
{
public:
    static constexpr int MaxDepth = 512;

    explicit JsonScanner(QByteArrayView text)
        : m_text(text)
    {
    }

    // One value and nothing else but white space around it. False at an error.
    [[nodiscard]] bool scanDocument();
    [[nodiscard]] qsizetype valueBegin() const noexcept { return m_begin; }
    [[nodiscard]] qsizetype valueEnd() const noexcept { return m_end; }
    [[nodiscard]] qsizetype errorOffset() const noexcept { return m_at; }
    [[nodiscard]] const char *errorText() const noexcept { return m_error; }

private:
    [[nodiscard]] bool scanValue();
    [[nodiscard]] bool scanScalar();
    [[nodiscard]] bool open(bool object);
    [[nodiscard]] bool afterValue();
    [[nodiscard]] bool closeOrNext(char close);
    [[nodiscard]] bool scanKey();
    [[nodiscard]] bool scanString();
    [[nodiscard]] bool scanEscape();
    [[nodiscard]] bool scanNumber();
    [[nodiscard]] bool scanDigits();
    [[nodiscard]] bool scanWord(const char *word);
    void skipSpace();
    [[nodiscard]] bool wrong(const char *error);
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    [[nodiscard]] bool inObject() const { return m_objects[std::size_t(m_depth - 1)]; } // m_depth > 0

    QByteArrayView m_text;
    qsizetype m_at = 0;
    qsizetype m_begin = 0;
    qsizetype m_end = 0;
    const char *m_error = "";
    int m_depth = 0;
    bool m_valueDue = true;
    std::bitset<MaxDepth> m_objects; // of each level: an object, not an array
};

} // namespace pushscope
