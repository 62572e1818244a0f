"""Settings, applied at once; what the organisation decided is shown with a padlock."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.paths import AppPaths
from desktop.settings import TEXT_SIZES, Settings
from desktop.shell.policies_tab import PoliciesTab
from desktop.widgets.icons import icon
from desktop.widgets.theme import ThemeKeeper


class SettingsPage(QWidget):
    """One tab of choices and one that shows the policies."""

    def __init__(
        self,
        settings: Settings,
        paths: AppPaths,
        theme: ThemeKeeper,
        industries: list[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = settings
        self._theme = theme
        self._boxes: dict[str, QComboBox] = {}
        title = QLabel(self.tr("Settings"), self)
        title.setProperty("role", "title")
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.addTab(self._general(paths, industries), self.tr("General"))
        tabs.addTab(PoliciesTab(settings.policies, tabs), self.tr("Policies"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 8)
        layout.addWidget(title)
        layout.addWidget(tabs, 1)
        settings.listen(self._on_setting_changed)

    def box(self, name: str) -> QComboBox:
        """Return the field of a setting."""
        return self._boxes[name]

    def _general(self, paths: AppPaths, industries: list[tuple[str, str]]) -> QWidget:
        page = QWidget(self)
        form = QFormLayout(page)
        form.setContentsMargins(4, 16, 4, 4)
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(20)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        appearances = [
            (self.tr("Follow the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
            (self.tr("High contrast"), "high_contrast"),
        ]
        sizes = [(self.tr("{n} %").format(n=size), size) for size in TEXT_SIZES]
        by_name = [(name, code) for code, name in industries]
        self._row(form, "industry", self.tr("Review for this industry"), by_name)
        self._row(form, "appearance", self.tr("Appearance"), appearances)
        self._row(form, "text_size_percent", self.tr("Text size"), sizes)
        form.addRow(self.tr("Analyser"), self._fixed(self.tr("Built-in, on this computer")))
        nothing = self.tr("Not set up on this computer")
        form.addRow(self.tr("AI notes (Ollama)"), self._fixed(nothing))
        form.addRow(self.tr("Vitae server"), self._fixed(nothing))
        form.addRow(self.tr("Data folder"), self._fixed(str(paths.data)))
        form.addRow(self.tr("Log folder"), self._fixed(str(paths.logs)))
        return page

    def _row(
        self, form: QFormLayout, name: str, text: str, choices: Sequence[tuple[str, object]]
    ) -> None:
        """Add a choice; a locked one cannot be changed and says who decided."""
        box = QComboBox(self)
        box.setAccessibleName(text)
        for words, value in choices:
            box.addItem(words, value)
        box.setMinimumWidth(220)
        self._boxes[name] = box
        self._show_value(name)
        box.currentIndexChanged.connect(lambda _index, name=name: self._on_chosen(name))
        label = QLabel(text, self)
        label.setBuddy(box)
        if not self._settings.is_locked(name):
            form.addRow(label, box)
            return
        box.setEnabled(False)
        form.addRow(label, self._locked(box))

    def _locked(self, box: QComboBox) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        padlock = QLabel(holder)
        padlock.setPixmap(icon("lock", self._theme.theme).pixmap(16, 16))
        contact = self._settings.policies.value("SupportContact")
        words = self.tr("Set by your organisation")
        text = f"{words} ({contact})" if contact else words
        padlock.setAccessibleName(text)
        box.setToolTip(text)
        box.setAccessibleDescription(text)
        note = QLabel(text, holder)
        note.setProperty("role", "muted")
        for widget in (box, padlock, note):
            row.addWidget(widget)
        return holder

    def _fixed(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return label

    def _show_value(self, name: str) -> None:
        box = self._boxes[name]
        place = box.findData(self._settings.get(name))
        box.blockSignals(True)  # noqa: FBT003 - Qt's signature
        box.setCurrentIndex(max(place, 0))
        box.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _on_chosen(self, name: str) -> None:
        self._settings.set(name, self._boxes[name].currentData())

    def _on_setting_changed(self, name: str) -> None:
        if name in self._boxes:
            self._show_value(name)
