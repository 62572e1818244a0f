"""The style sheet of the HTML report, its colours taken from the window's palettes."""

from ai_agents.vocabulary import Band
from desktop.widgets.style import DARK, LIGHT, Palette

_SHEET = """\
:root { %(light)s }
@media (prefers-color-scheme: dark) { :root { %(dark)s } }
* { box-sizing: border-box }
html { background: var(--surface); color: var(--text); font: 16px/1.5 system-ui, sans-serif }
body { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { margin: 0 0 .5rem; font-size: 1.6rem; overflow-wrap: anywhere }
h2 { margin: 2.2rem 0 .6rem; font-size: 1.25rem }
h3 { margin: 1.4rem 0 .4rem; font-size: 1.05rem }
h4 { margin: 0; font-size: 1rem }
header > p:first-child { margin: 0; color: var(--muted) }
a { color: var(--accent) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.skip { position: absolute; left: -99rem }
.skip:focus { position: static }
.muted { color: var(--muted); font-size: .9rem; margin: .2rem 0 }
.overall { display: flex; gap: .8rem; align-items: center; margin: .3rem 0; flex-wrap: wrap }
.overall strong { font-size: 2.2rem; line-height: 1 }
.bar { flex: 1 1 8rem; max-width: 16rem; height: .6rem; border-radius: .3rem; overflow: hidden;
  background: var(--track); display: inline-block }
.bar i { display: block; height: 100%%; background: var(--band, var(--muted)) }
%(bands)s
dl { display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; margin: 1rem 0 }
dl div { display: flex; gap: .4rem }
dt { color: var(--muted) }
dd { margin: 0 }
.note { border-left: 4px solid var(--fair); padding: .3rem .8rem; background: var(--card) }
details { border: 1px solid var(--divider); border-radius: 6px; margin: .4rem 0;
  padding: .4rem .8rem }
summary { display: flex; gap: .8rem; align-items: center; cursor: pointer; flex-wrap: wrap }
summary span:first-child { flex: 0 0 8rem }
summary strong { flex: 0 0 3rem; text-align: right }
table { border-collapse: collapse; width: 100%%; font-size: .92rem }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-top: 1px solid var(--divider); font-weight: normal }
thead th { color: var(--muted) }
td:nth-child(2) { white-space: nowrap }
.card { background: var(--card); border-left: 4px solid var(--excellent); border-radius: 6px;
  padding: .7rem 1rem; margin: .7rem 0; break-inside: avoid }
.card.critical { border-color: var(--needs-work) }
.card.warning { border-color: var(--fair) }
.card.strength { border-color: var(--good) }
.card p { margin: .3rem 0 }
blockquote { margin: .4rem 0; padding-left: .8rem; border-left: 2px solid var(--divider);
  overflow-wrap: anywhere }
blockquote footer { font-size: .85rem }
del { color: var(--muted) }
ins { text-decoration: none }
.resume { padding-left: 3rem; overflow-wrap: anywhere }
.resume li::marker { color: var(--muted); font-size: .8rem }
mark { background: #FFE7A3; color: #1B1B1F; border-bottom: 2px solid #8A5A00 }
.badge { display: inline-block; min-width: 1.5rem; text-align: center; border: 1px solid;
  border-radius: 1rem; font-size: .8rem; text-decoration: none }
:target { outline: 2px solid var(--accent); outline-offset: 3px }
body > footer { margin-top: 2.5rem; border-top: 1px solid var(--divider); color: var(--muted);
  font-size: .9rem }
@media print {
  :root { %(light)s }
  body { max-width: none; padding: 0 }
  .skip { display: none }
  details:not([open]) > *:not(summary) { display: revert }
  details::details-content { content-visibility: visible; display: block; height: auto }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
}"""


def page_style() -> str:
    """Return the whole style sheet."""
    bands = "\n".join(
        f".band-{band.value} {{ --band: var(--{_band_colour(band)}) }}" for band in Band
    )
    return _SHEET % {"light": _colours(LIGHT), "dark": _colours(DARK), "bands": bands}


def _band_colour(band: Band) -> str:
    return "excellent" if band is Band.STRONG else band.value.replace("_", "-")


def _colours(palette: Palette) -> str:
    names = ("surface", "card", "text", "muted", "divider", "accent", "track")
    colours = {name: getattr(palette, name) for name in names}
    colours |= {_band_colour(band): palette.band(band) for band in Band}
    return "; ".join(f"--{name}: {colour}" for name, colour in colours.items())
