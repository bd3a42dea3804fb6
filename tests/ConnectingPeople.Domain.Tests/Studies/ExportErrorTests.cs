using ConnectingPeople.Domain.Studies;

namespace ConnectingPeople.Domain.Tests.Studies;

/// <summary>How exports are written in a definition, and what can be wrong with it.</summary>
public sealed class ExportErrorTests
{
    [Fact]
    public void What_is_left_out_takes_the_safe_default() =>
        Assert.Equal(new ExportOptions(30, ExportDates.Absolute, FreeTextExport.Withheld, null), Sample.Load(Sample.Yaml).Value!.Exports);

    [Fact]
    public void Exports_are_read()
    {
        string yaml = Sample.Yaml.Replace(
            "exports: { keep: 30 }", "exports: { keep: 2, dates: relative, freeText: never, contacts: { people: people, newPerson: new } }", StringComparison.Ordinal);

        Assert.Equal(
            new ExportOptions(2, ExportDates.Relative, FreeTextExport.Never, new ContactQuestions("people", "new", null)), Sample.Load(yaml).Value!.Exports);
    }

    [Theory]
    [InlineData("dates: relativ", "0 exports.dates: 'relativ' isn't a way to write dates; did you mean 'relative'?")]
    [InlineData("freeText: released", "0 exports.freeText: 'released' isn't a way to treat people's own words; use one of withheld, never")]
    [InlineData("contacts: { people: peeple }", "0 exports.contacts.people: no questionnaire has a count question 'peeple'; did you mean 'people'?")]
    [InlineData("contacts: { people: new }", "0 exports.contacts.people: no questionnaire has a count question 'new'; use 'people'")]
    [InlineData("contacts: { activity: people }", "0 exports.contacts.activity: no questionnaire has a yes-no question 'people'; use 'new'")]
    [InlineData("contacts: { newPerson: nwe }", "0 exports.contacts.newPerson: no questionnaire has a yes-no question 'nwe'; did you mean 'new'?")]
    [InlineData("contacts: { friends: people, people: people }", "0 exports.contacts.friends: 'friends' is no key of the contact questions; use one of people, newPerson, activity")]
    [InlineData("contacts: {}", "0 exports.contacts: the contact questions name no question; name one as people, newPerson or activity, or remove 'contacts'")]
    public void An_error_names_line_path_and_cure(string broken, string error) =>
        Assert.Equal([error], Sample.ErrorsAfter("exports: { keep: 30 }", $"exports: {{ keep: 30, {broken} }}"));
}
