package meeting

import (
	"fmt"
	"reflect"
	"strings"
	"time"
)

// written is everything in a state down to the last number, whatever it shares
// with others: two looks at one state are equal if and only if nothing in it
// was changed in between. The plan, which is read once, is left out.
func written(s State) string {
	s.PlanText = ""
	s.Plan.Content, s.Plan.Papers = nil, nil
	var b strings.Builder
	write(&b, reflect.ValueOf(s))
	return b.String()
}

func write(b *strings.Builder, v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			b.WriteString("-")
			return
		}
		write(b, v.Elem())
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() && v.CanInterface() {
			b.WriteString(v.Interface().(time.Time).Format(time.RFC3339Nano))
			return
		}
		b.WriteByte('{')
		for i := range v.NumField() {
			write(b, v.Field(i))
			b.WriteByte(' ')
		}
		b.WriteByte('}')
	case reflect.Slice, reflect.Array:
		b.WriteByte('[')
		for i := range v.Len() {
			write(b, v.Index(i))
			b.WriteByte(' ')
		}
		b.WriteByte(']')
	default:
		fmt.Fprint(b, v)
	}
}
