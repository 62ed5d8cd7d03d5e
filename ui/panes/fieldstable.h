// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FieldsTable: name and value, one below the other; for the details of a client and the like.

#include "ui/models/fieldsmodel.h"
#include "ui/panes/livetable.h"

namespace pushscope {

class FieldsTable final : public LiveTable
{
    Q_OBJECT
public:
    FieldsTable(const QString &name, const QString &accessibleName);

    void setFields(QList<Field> fields) { m_fields->setFields(std::move(fields)); }
    [[nodiscard]] QList<Field> fields() const { return m_fields->fields(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    FieldsTable(FieldsModel *fields, const QString &name, const QString &accessibleName);

    FieldsModel *m_fields; // a child
};

} // namespace pushscope
