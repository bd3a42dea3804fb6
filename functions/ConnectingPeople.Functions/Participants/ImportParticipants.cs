using System.Globalization;
using System.Text.Unicode;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Requests;
using CsvHelper;

namespace ConnectingPeople.Functions.Participants;

/// <summary>Enrols people from a CSV file: all of its rows, or none unless somebody else enrols one of them meanwhile.</summary>
public sealed class ImportParticipants(SignedIn signedIn, Enrolments enrolments)
{
    private const int MaxBytes = 2 * 1024 * 1024;
    private const int MaxRows = 2000;

    private static readonly string[] Columns =
    [
        "name", "phone", "email", "channel", "language", "timeZone", "agencyId", "practitionerEmail", "clientGroup", "ageBand",
        "gender", "consentGivenOn", "consentVersion", "consentKeepAnswers", "goals", "checkInDay", "checkInTime",
    ];

    [Function(nameof(ImportParticipants))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/participants/import")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out Principal? by, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        if (await Body.ReadAsync(request, MaxBytes, cancellation) is not { } bytes)
        {
            return Problem.TooLarge(MaxBytes);
        }

        (List<EnrolmentForm> forms, List<FieldError> errors) = Read(bytes);
        List<(int Row, Enrolment Person)> people = [];
        for (int row = 0; row < forms.Count; row++)
        {
            CheckedEnrolment read = await enrolments.CheckAsync(forms[row], [], by!, cancellation);
            errors.AddRange(read.Errors.Select(error => new FieldError(Cell(row, error.Field.Replace("consent.g", "consentG", StringComparison.Ordinal)
                .Replace("consent.v", "consentV", StringComparison.Ordinal).Replace("consent.k", "consentK", StringComparison.Ordinal)), error.Problem)));
            if (read.Conflict is { } conflict)
            {
                errors.Add(conflict with { Field = Cell(row, conflict.Field) });
            }

            if (read.Enrolment is { } person)
            {
                people.Add((row, person));
            }
        }

        errors.AddRange(Twice(forms, "phone", form => PhoneNumber.Parse(form.Phone ?? "").Value?.E164));
        errors.AddRange(Twice(forms, "email", form => form.Email?.Trim().ToLowerInvariant()));
        return errors.Count > 0 ? Problem.BadFields(errors) : await EnrolAsync(people, cancellation);
    }

    private static (List<EnrolmentForm> Forms, List<FieldError> Errors) Read(byte[] bytes)
    {
        List<EnrolmentForm> forms = [];
        List<FieldError> errors = [];
        if (!Utf8.IsValid(bytes))
        {
            return ([], [new FieldError("file", "isn't text in UTF-8. Save it as CSV UTF-8.")]);
        }

        try
        {
            using CsvReader csv = CsvReader.Create(bytes, new CsvReaderOptions { HasHeader = true, Separator = ',' });
            while (forms.Count <= MaxRows && csv.Read())
            {
                forms.Add(Form(csv));
            }

            errors.AddRange((csv.Headers ?? []).Except(Columns)
                .Select(column => new FieldError("row 1", $"The column '{column}' isn't known. Known are: {string.Join(", ", Columns)}.")));
        }
        catch (CsvFormatException e)
        {
            return ([], [new FieldError($"row {forms.Count + 2}", $"can't be read as CSV: {e.Message}")]);
        }

        if (forms.Count == 0 && errors.Count == 0)
        {
            errors.Add(new FieldError("file", $"holds nobody. Its first row names the columns: {string.Join(", ", Columns)}."));
        }

        if (forms.Count > MaxRows)
        {
            errors.Add(new FieldError("file", $"has more than {MaxRows} rows. Split it."));
        }

        return (forms, errors);
    }

    private static EnrolmentForm Form(CsvReader csv) => new()
    {
        Name = Cell(csv, "name"),
        Phone = Cell(csv, "phone"),
        Email = Cell(csv, "email"),
        Channel = Cell(csv, "channel"),
        Language = Cell(csv, "language"),
        TimeZone = Cell(csv, "timeZone"),
        AgencyId = Cell(csv, "agencyId"),
        PractitionerEmail = Cell(csv, "practitionerEmail"),
        ClientGroup = Cell(csv, "clientGroup"),
        AgeBand = Cell(csv, "ageBand"),
        Gender = Cell(csv, "gender"),
        ConsentGivenOn = Cell(csv, "consentGivenOn"),
        ConsentVersion = Cell(csv, "consentVersion"),
        ConsentKeepAnswers = Cell(csv, "consentKeepAnswers"),
        Goals = Cell(csv, "goals")?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
        CheckInDay = Cell(csv, "checkInDay"),
        CheckInTime = Cell(csv, "checkInTime"),
    };

    private static string? Cell(CsvReader csv, string column) => csv.TryGetFieldIndex(column, out int index) ? csv.GetString(index) : null;

    /// <summary>Two rows of one file with the same number or address can't be seen in storage.</summary>
    private static IEnumerable<FieldError> Twice(List<EnrolmentForm> forms, string column, Func<EnrolmentForm, string?> address) => forms
        .Select((form, row) => (Address: address(form), Row: row))
        .Where(cell => !string.IsNullOrEmpty(cell.Address))
        .GroupBy(cell => cell.Address)
        .SelectMany(same => same.Skip(1).Select(cell => new FieldError(Cell(cell.Row, column), $"is in row {same.First().Row + 2} already.")));

    private static string Cell(int row, string column) => $"{Row(row)}, {column}";

    private static string Row(int row) => string.Create(CultureInfo.InvariantCulture, $"row {row + 2}");

    /// <summary>All rows were right. Who was enrolled elsewhere since is named, with who was enrolled all the same.</summary>
    private async Task<IResult> EnrolAsync(List<(int Row, Enrolment Person)> people, CancellationToken cancellation)
    {
        List<string> ids = [];
        List<FieldError> lost = [];
        foreach ((int row, Enrolment person) in people)
        {
            if (await enrolments.EnrolAsync(person, cancellation) is { } id)
            {
                ids.Add(id.Text);
            }
            else
            {
                lost.Add(new FieldError(Row(row), $"wasn't enrolled. {Enrolments.Lost}"));
            }
        }

        return lost.Count == 0 ? Results.Ok(new ImportedParticipants(ids)) : Problem.PartlyEnrolled(lost, ids);
    }
}
