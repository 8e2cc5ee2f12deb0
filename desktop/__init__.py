"""The window: Bedside on the clinician's desk. It shows what `core` says and decides nothing of its own."""

from desktop.none_guard import guard_none

guard_none()
