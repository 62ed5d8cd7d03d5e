// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WithdrawnMarks: the marks of a list that were taken back, kept so that they can be restored at their own time. Pure.

#include <QByteArray>
#include <algorithm>
#include <vector>

namespace pushscope {

// `Mark` has a `text`, and `At` is its member by which lists of it are in order.
template<typename Mark, auto At> class WithdrawnMarks
{
public:
    // Whether a row of the journal with this `op` and `text` is no new mark, but about the newest one of that text: moved from
    // `marks` ("withdrawn"), or back to them ("restored"), where it is still known.
    template<typename Marks> bool apply(const QByteArray &op, const QByteArray &text, Marks &marks)
    {
        if (op == "withdrawn")
            move(text, marks, m_marks);
        else if (op == "restored")
            move(text, m_marks, marks);
        else
            return false;
        return true;
    }
    void clear() { m_marks.clear(); }

private:
    template<typename From, typename To> static void move(const QByteArray &text, From &from, To &to)
    {
        const auto newest = std::find_if(from.rbegin(), from.rend(), [&text](const Mark &mark) { return mark.text == text; });
        if (newest == from.rend())
            return;
        const auto place
            = std::upper_bound(to.begin(), to.end(), *newest, [](const Mark &a, const Mark &b) { return a.*At < b.*At; });
        to.insert(place, std::move(*newest));
        from.erase(std::next(newest).base());
    }

    std::vector<Mark> m_marks;
};

} // namespace pushscope
