using System.Globalization;
using System.Text.RegularExpressions;
using ConnectingPeople.Simulator.Cohort;
using ConnectingPeople.Simulator.Failures;
using ConnectingPeople.Simulator.Phones;
using ConnectingPeople.Simulator.Study;
using ConnectingPeople.Simulator.Twilio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ConnectingPeople.Simulator.Page;

/// <summary>What the page's forms do. Each answers with the page again, so that they work without script too.</summary>
public sealed partial class PageActions(
    SimulatorOptions options, PhoneBook phones, Receiving receiving, FailurePlan failures, OptOuts optOuts, StudyTime time, Enrolling enrolling,
    Exports exports, InboxActions inboxes)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder page = routes.MapGroup("/page").AddEndpointFilter(OwnPageAloneAsync);
        page.MapPost("/phones", (Delegate)AddPhoneAsync);
        page.MapPost("/phones/{number}/texts", TypeAsync);
        page.MapPost("/phones/{number}/settings", SetAsync);
        page.MapPost("/phones/{number}/enrolment", EnrolAsync);
        page.MapPost("/texts/{sid}/again", AgainAsync);
        page.MapPost("/clock", (Delegate)AdvanceAsync);
        page.MapPost("/failures", (Delegate)FailAsync);
        page.MapPost("/opt-out", (Delegate)SwitchOptOutAsync);
        page.MapPost("/exports", (Delegate)ExportAsync);
        inboxes.Map(page);
    }

    /// <summary>Another site open in the same browser must not press these buttons.</summary>
    private static ValueTask<object?> OwnPageAloneAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        call.HttpContext.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
            ? next(call)
            : new ValueTask<object?>(Results.StatusCode(StatusCodes.Status403Forbidden));

    internal static IResult Page(string? notice = null, string? number = null) =>
        Results.LocalRedirect($"~/{(notice is null ? "" : $"?notice={Uri.EscapeDataString(notice)}")}{(number is null ? "" : $"#phone-{Words.IdOf(number)}")}");

    private async Task<IResult> AddPhoneAsync(HttpRequest request)
    {
        IFormCollection form = await request.ReadFormAsync();
        string number = form["number"].ToString();
        if (!DramaNumber().IsMatch(number))
        {
            return Page($"{number} can't be added: give a number from +447700900001 to +447700900999.");
        }

        Phone phone = phones.Named(number, form["name"].ToString());
        return Page($"{Words.NameOf(phone)} has a phone now.", number);
    }

    private async Task<IResult> TypeAsync(HttpRequest request, string number, CancellationToken cancellation)
    {
        string text = (await request.ReadFormAsync(cancellation))["text"].ToString();
        TwilioMessage typed = await receiving.FromPhoneAsync(phones.At(number).Number, text, [], cancellation);
        return Page(Words.TroubleOf(typed), number);
    }

    private async Task<IResult> AgainAsync(string sid, CancellationToken cancellation) =>
        await receiving.SendAgainAsync(sid, cancellation) is { } message
            ? Page(Words.TroubleOf(message) ?? "The study has it now.", message.Phone)
            : Page("There is no such text.");

    private async Task<IResult> SetAsync(HttpRequest request, string number)
    {
        IFormCollection form = await request.ReadFormAsync();
        Phone phone = Enum.TryParse(form["behaviour"], out Behaviour behaviour) ? phones.Behaving(number, behaviour) : phones.At(number);
        Plan(number, form);
        return Page($"Set for {Words.NameOf(phone)}.", number);
    }

    private async Task<IResult> FailAsync(HttpRequest request)
    {
        Plan(null, await request.ReadFormAsync());
        return Page(failures.For(null) is { } planned ? $"Set for everyone: {planned.Failure.Label}." : "Messages arrive as they should.");
    }

    private void Plan(string? address, IFormCollection form)
    {
        if (Failure.Find(form["failure"]) is { } failure)
        {
            failures.Set(address, failure, int.TryParse(form["times"], CultureInfo.InvariantCulture, out int times) && times > 0 ? times : null);
        }
        else
        {
            failures.Clear(address);
        }
    }

    private async Task<IResult> SwitchOptOutAsync(HttpRequest request)
    {
        optOuts.Handled = string.Equals((await request.ReadFormAsync())["handled"], "true", StringComparison.OrdinalIgnoreCase);
        return Page(optOuts.Handled ? "The text provider obeys STOP." : "The study alone obeys STOP.");
    }

    private async Task<IResult> EnrolAsync(HttpRequest request, string number, CancellationToken cancellation)
    {
        IFormCollection form = await request.ReadFormAsync(cancellation);
        Enrolment enrolment = new(number, form["name"].ToString(), Agency.At(form["agency"], options.Agencies), form["clientGroup"].ToString(), form["goal"].ToString());
        string? trouble = await enrolling.EnrolAsync(enrolment, cancellation);
        return Page(trouble ?? $"{enrolment.Name} takes part in the study now.", number);
    }

    private async Task<IResult> AdvanceAsync(HttpRequest request, CancellationToken cancellation)
    {
        string hours = (await request.ReadFormAsync(cancellation))["hours"].ToString();
        if (!int.TryParse(hours, CultureInfo.InvariantCulture, out int count) || count is < 1 or > 24 * 366)
        {
            return Page("Give the hours to go on as a whole number from 1 to 8784.");
        }

        return Page(await time.AdvanceAsync(count, cancellation));
    }

    private async Task<IResult> ExportAsync(HttpRequest request) =>
        Page(await exports.MakeAsync(request.HttpContext.RequestAborted) ?? "The export is in the making.");

    [GeneratedRegex(@"^\+447700900(?!000)\d{3}$")]
    private static partial Regex DramaNumber();
}
