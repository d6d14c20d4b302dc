package main

import (
	"path/filepath"
	"strings"

	"shuping/internal/words"
)

// badPlace is a warning where the path itself shows that a session should not
// lie there, "" otherwise. It asks no disk: it is a hint and no promise.
func (m *Main) badPlace(path string) string {
	full, err := filepath.Abs(path)
	if err != nil {
		return ""
	}
	if kind := placeKind(filepath.ToSlash(full)); kind != "" {
		return words.Fill(words.FolderUnfit(m.lang, kind), map[string]any{"path": path})
	}
	return ""
}

// placeKind tells by its name what kind of place a path lies in, "" for an
// ordinary one.
func placeKind(full string) string {
	lower := strings.ToLower(full)
	for _, mount := range removable {
		if strings.HasPrefix(lower, mount) {
			return "removable"
		}
	}
	if strings.HasPrefix(lower, "//") {
		return "network"
	}
	for _, folder := range strings.Split(lower, "/") {
		for _, name := range synced {
			if strings.HasPrefix(folder, name) {
				return "synced"
			}
		}
	}
	return ""
}

// removable are the folders in which systems show disks that can be pulled out.
var removable = []string{"/media/", "/run/media/", "/volumes/"}

// synced are how the folders of synchronising programs begin, in lower case.
var synced = []string{
	"onedrive", "dropbox", "google drive", "googledrive", "com~apple~clouddocs", "mobile documents",
	"nutstore", "坚果云", "我的坚果云", "baidusyncdisk", "百度网盘同步空间", "wpsdrive", "wps云盘", "seafile", "nextcloud",
}
