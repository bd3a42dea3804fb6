using System.Globalization;
using ConnectingPeople.Domain.FollowUps;
using ConnectingPeople.Domain.Participants;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Site;

namespace ConnectingPeople.Functions.Waves;

/// <summary>
/// Takes what stands on the page of an interview: what can be taken is stored, whatever else is wrong, so that nobody has to ask a person
/// twice; what can't is shown again with what is wrong.
/// </summary>
public sealed class SaveInterviewPage(Pages pages, FormToken tokens, WaveInterviews interviews, InterviewSheets sheets, IClock clock)
{
    /// <summary>The name of the buttons; their value says where one goes on.</summary>
    public const string GoOn = "go";

    /// <summary>The last button.</summary>
    public const string End = "end";

    private static readonly FieldFault OpenTooLong = new(
        "part-1", "This page was open for a long time, so nothing was saved yet. Press a button again to save what you entered");

    [Function(nameof(SaveInterviewPage))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "participants/{id}/waves/{wave}")] HttpRequest request,
        string id,
        string wave,
        CancellationToken cancellation)
    {
        if (pages.Refuses(request, out Visit visit, Role.Practitioner, Role.Researcher) is { } refusal)
        {
            return refusal;
        }

        (IFormCollection? form, IResult? unfit) = await pages.ReadOpenFormAsync(request, visit, cancellation);
        if (form is null)
        {
            return unfit!;
        }

        (Participant? person, WaveDefinition? definition, IResult? instead) =
            await GetInterviewPage.FindAsync(pages, interviews, visit, id, wave, cancellation);
        if (instead is not null)
        {
            return instead;
        }

        InterviewSheet sheet = await sheets.MakeAsync(person!, definition!, visit.Who!, cancellation);
        return tokens.Fits(request, form[FormToken.Field].FirstOrDefault(), visit.Who!.Email)
            ? await SaveAsync(visit, sheet, form, cancellation)
            : Show(visit, sheet, Unproven(form, sheet, FormToken.IsForeign(request)), null);
    }

    private async Task<IResult> SaveAsync(Visit visit, InterviewSheet sheet, IFormCollection form, CancellationToken cancellation)
    {
        EnteredInterview entered = EnteredInterview.Read(form, sheet);
        int saved = 0;
        if (entered.Given.Count > 0)
        {
            if (await interviews.TakeAsync(sheet.Person.Id, sheet.Progress.Wave, entered.Given, cancellation) is not { Wave: not null } interview)
            {
                return pages.Say(visit, StatusCodes.Status409Conflict, "No answers can be added", WaveInterviews.HasLeft);
            }

            saved = interview.Changed;
        }

        if (entered.Faults.Count == 0)
        {
            return pages.GoTo(Next(sheet, saved, form[GoOn].ToString()));
        }

        Participant now = await interviews.FindAsync(sheet.Person.Id.Text, visit.Who!, cancellation) ?? sheet.Person;
        return Show(visit, await sheets.MakeAsync(now, sheet.Progress.Wave, visit.Who!, cancellation), entered, saved);
    }

    private IResult Show(Visit visit, InterviewSheet sheet, EnteredInterview entered, int? saved) => pages.Show<InterviewPage>(
        visit,
        new { Sheet = sheet, Now = clock.GetCurrentInstant(), Entered = entered, Saved = saved },
        StatusCodes.Status400BadRequest);

    /// <summary>What stood on a page that was open for too long is shown again; what another site sent isn't.</summary>
    private static EnteredInterview Unproven(IFormCollection form, InterviewSheet sheet, bool isForeign)
    {
        EnteredInterview entered = isForeign ? EnteredInterview.Nothing : EnteredInterview.Read(form, sheet);
        return EnteredInterview.Nothing with
        {
            Faults = [OpenTooLong],
            Wrong = sheet.Questions.Where(question => entered.Given.ContainsKey(question.Question.Id) || entered.Wrong.ContainsKey(question.Field))
                .ToDictionary(question => question.Field, question => EnteredField.From(form, question)),
        };
    }

    private static string Next(InterviewSheet sheet, int saved, string goOn)
    {
        bool isPart = int.TryParse(goOn, NumberStyles.None, CultureInfo.InvariantCulture, out int part) && part > 1 && part <= sheet.Parts.Count;
        return string.Create(
            CultureInfo.InvariantCulture, $"{sheet.Address}?saved={saved}{(isPart ? $"&part={part}#part-{part}" : "")}");
    }
}
