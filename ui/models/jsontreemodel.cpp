// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsontreemodel.h"

#include "ui/models/tablecolumn.h"

namespace pushscope {

namespace {

constexpr qsizetype ShownValue = 400; // octets of a value in a cell

} // namespace

void JsonTreeModel::setText(const QByteArray &text)
{
    if (text == m_outline.text && !m_outline.nodes.empty())
        return;
    beginResetModel();
    m_outline = readJson(text);
    endResetModel();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(0, column, quintptr(0));
    return createIndex(row, column, quintptr(m_outline.nodes[parent.internalId()].children[size_t(row)]));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const int parent = m_outline.nodes[index.internalId()].parent;
    return parent < 0 ? QModelIndex() : createIndex(m_outline.nodes[size_t(parent)].row, 0, quintptr(parent));
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_outline.nodes.empty() ? 0 : 1;
    return parent.column() == 0 ? int(m_outline.nodes[parent.internalId()].children.size()) : 0;
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return 2;
}

QString JsonTreeModel::nameOf(const JsonNode &node) const
{
    if (node.parent < 0)
        return tr("data");
    if (node.keySize == 0)
        return QStringLiteral("[%1]").arg(node.row);
    const QByteArrayView key = QByteArrayView(m_outline.text).sliced(node.keyFrom + 1, node.keySize - 2);
    return QString::fromUtf8(key);
}

QString JsonTreeModel::valueOf(const JsonNode &node) const
{
    const int count = int(node.children.size());
    switch (node.kind) {
    case JsonKind::Object:
        return tr("{ %Ln member(s) }", nullptr, count);
    case JsonKind::Array:
        return tr("[ %Ln element(s) ]", nullptr, count);
    default:
        break;
    }
    const QByteArrayView value = QByteArrayView(m_outline.text).sliced(node.from, node.size);
    const QString text = QString::fromUtf8(value.first(std::min(ShownValue, value.size())));
    return value.size() > ShownValue ? text + QChar(u'…') : text;
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JsonNode &node = m_outline.nodes[index.internalId()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return index.column() == 0 ? nameOf(node) : valueOf(node);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case FaceRole:
        return int(Face::Payload);
    case ToneRole:
        if (index.column() == 0)
            return int(Tone::Plain);
        switch (node.kind) {
        case JsonKind::String:
            return int(Tone::Good);
        case JsonKind::Number:
            return int(Tone::Sse);
        case JsonKind::Null:
        case JsonKind::Bool:
            return int(Tone::Fault);
        default:
            return int(Tone::Muted);
        }
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Name") : tr("Value");
}

} // namespace pushscope
