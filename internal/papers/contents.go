package papers

// ContentsCSV is the list of the files that are filed together: a row for each,
// with its name, its title and what it is.
func ContentsCSV(files [][3]string) []byte {
	t := table{{"文件", "题名", "说明"}}
	for _, f := range files {
		t = append(t, []string{harmless(f[0]), harmless(f[1]), harmless(f[2])})
	}
	return t.bytes()
}
