// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsondifference.h"

#include "ui/models/jsontext.h"

#include <QHash>

namespace pushscope {

namespace {

class Comparison
{
public:
    Comparison(const JsonOutline &before, const JsonOutline &after)
        : m_before(before)
        , m_after(after)
    {
    }

    std::vector<JsonChange> changes()
    {
        compare(0, 0, {});
        return std::move(m_changes);
    }

private:
    static QByteArray valueOf(const JsonOutline &outline, int node)
    {
        return outline.text.mid(outline.nodes[size_t(node)].from, outline.nodes[size_t(node)].size);
    }
    static QByteArray nameOf(const JsonOutline &outline, int node)
    {
        return outline.text.mid(outline.nodes[size_t(node)].keyFrom, outline.nodes[size_t(node)].keySize);
    }
    static QString member(const QString &path, const QByteArray &quotedName)
    {
        const QString name = QString::fromUtf8(quotedName.mid(1, quotedName.size() - 2));
        return path.isEmpty() ? name : path + u'.' + name;
    }
    static QString element(const QString &path, std::size_t row) { return path + u'[' + QString::number(row) + u']'; }

    void add(JsonChange::Kind kind, const QString &path, int before, int after)
    {
        if (m_changes.size() < MostJsonChanges)
            m_changes.push_back({kind, path, before < 0 ? QByteArray() : valueOf(m_before, before),
                                 after < 0 ? QByteArray() : valueOf(m_after, after)});
    }

    // Depth is bounded by readJson().
    void compare(int before, int after, const QString &path)
    {
        const JsonNode &left = m_before.nodes[size_t(before)];
        const JsonNode &right = m_after.nodes[size_t(after)];
        if (left.kind == right.kind && left.kind == JsonKind::Object)
            compareObjects(left, right, path);
        else if (left.kind == right.kind && left.kind == JsonKind::Array)
            compareArrays(left, right, path);
        else if (valueOf(m_before, before) != valueOf(m_after, after))
            add(JsonChange::Kind::Changed, path, before, after);
    }

    void compareObjects(const JsonNode &left, const JsonNode &right, const QString &path)
    {
        QHash<QByteArray, int> others;
        for (const int child : left.children)
            others.insert(nameOf(m_before, child), child);
        for (const int child : right.children) {
            const QByteArray name = nameOf(m_after, child);
            const auto found = others.constFind(name);
            if (found == others.cend()) {
                add(JsonChange::Kind::Added, member(path, name), -1, child);
                continue;
            }
            compare(*found, child, member(path, name));
            others.erase(found);
        }
        for (const int child : left.children) {
            if (others.contains(nameOf(m_before, child)))
                add(JsonChange::Kind::Removed, member(path, nameOf(m_before, child)), child, -1);
        }
    }

    void compareArrays(const JsonNode &left, const JsonNode &right, const QString &path)
    {
        const std::size_t common = std::min(left.children.size(), right.children.size());
        for (std::size_t row = 0; row < common; ++row)
            compare(left.children[row], right.children[row], element(path, row));
        for (std::size_t row = common; row < right.children.size(); ++row)
            add(JsonChange::Kind::Added, element(path, row), -1, right.children[row]);
        for (std::size_t row = common; row < left.children.size(); ++row)
            add(JsonChange::Kind::Removed, element(path, row), left.children[row], -1);
    }

    const JsonOutline &m_before;
    const JsonOutline &m_after;
    std::vector<JsonChange> m_changes;
};

} // namespace

std::vector<JsonChange> jsonDifference(const QByteArray &before, const QByteArray &after)
{
    const JsonOutline left = readJson(before), right = readJson(after);
    if (!left.error && !right.error)
        return Comparison(left, right).changes();
    if (before == after)
        return {};
    return {{JsonChange::Kind::Changed, {}, before, after}};
}

} // namespace pushscope
